#include "api/serve.h"

#include <gtest/gtest.h>

namespace kaoping::api {
namespace {

TEST(ListenAddressTest, ReadsHostAndPort) {
  const auto read = [](std::string_view text) { return ParseListenAddress(text).value(); };
  EXPECT_EQ(read("127.0.0.1:9000"), (ListenAddress{"127.0.0.1", 9000}));
  EXPECT_EQ(read("0.0.0.0"), (ListenAddress{"0.0.0.0", 8080}));
  EXPECT_EQ(read(":9000"), (ListenAddress{"127.0.0.1", 9000}));
  EXPECT_EQ(read("[::1]:9000"), (ListenAddress{"::1", 9000}));
  EXPECT_EQ(read("[::1]"), (ListenAddress{"::1", 8080}));
  EXPECT_EQ(read("::1"), (ListenAddress{"::1", 8080}));
  EXPECT_EQ(read("127.0.0.1:0"), (ListenAddress{"127.0.0.1", 0}));
}

TEST(ListenAddressTest, RefusesWhatIsNoAddressOrNoPort) {
  for (const std::string_view text : {"127.0.0.1:", "127.0.0.1:x", "127.0.0.1:65536", ":-1",
                                      "[::1]:", "foo", "foo:8080", "1.2.3.4.5", "example.com"}) {
    const auto address = ParseListenAddress(text);
    ASSERT_FALSE(address) << text;
    EXPECT_EQ(address.error().code, "listen-address");
  }
}

}  // namespace
}  // namespace kaoping::api
