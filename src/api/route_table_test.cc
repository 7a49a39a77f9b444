#include "api/route_table.h"

#include <gtest/gtest.h>

#include <array>

namespace kaoping::api {
namespace {

constexpr std::array kRoutes = {
    Route{"GET", "/schemes"},
    Route{"POST", "/schemes"},
    Route{"GET", "/schemes/{id}"},
    Route{"POST", "/schemes/{id}/facts/{fact}/decision"},
};
const RouteTable kTable{kRoutes};

Match Find(std::string_view method, std::string_view path) {
  return kTable.Find(method, ParseTarget(path).value());
}

TEST(RouteTableTest, FindsARouteByMethodAndPath) {
  EXPECT_EQ(Find("GET", "/schemes").route, &kRoutes[0]);
  EXPECT_EQ(Find("POST", "/schemes").route, &kRoutes[1]);
}

TEST(RouteTableTest, HandsOverWhatStoodForTheBraces) {
  const Match match = Find("POST", "/schemes/%E5%8D%97%2F%E9%80%9A/facts/f%201/decision");
  EXPECT_EQ(match.route, &kRoutes[3]);
  EXPECT_EQ(match.parameters, (std::vector<std::string>{"南/通", "f 1"}));
}

TEST(RouteTableTest, AnswersHeadByTheRouteOfGet) {
  EXPECT_EQ(Find("HEAD", "/schemes/a").route, &kRoutes[2]);
}

TEST(RouteTableTest, NamesTheMethodsThatAPathHas) {
  const Match match = Find("DELETE", "/schemes");
  EXPECT_EQ(match.route, nullptr);
  EXPECT_EQ(match.allow, "GET, HEAD, POST");
  EXPECT_EQ(Find("get", "/schemes").route, nullptr);
}

TEST(RouteTableTest, KnowsNoOtherPath) {
  for (const std::string_view path :
       {"/", "/scheme", "/schemes/", "/schemes//facts/f/decision", "/schemes/a/facts",
        "/schemes/a/facts/f/decision/x", "//schemes"}) {
    const Match match = Find("GET", path);
    EXPECT_EQ(match.route, nullptr) << path;
    EXPECT_EQ(match.allow, "") << path;
  }
}

}  // namespace
}  // namespace kaoping::api
