// Api: the application behind the server: the routes, the page, and what every answer has in
// common.
//
// Decides nothing about the appraisal; that is the service's. Decides about the web: who is signed
// in, whether a write comes from our own page, how an error looks.

#ifndef KAOPING_API_API_H_
#define KAOPING_API_API_H_

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "api/call.h"
#include "api/metrics.h"
#include "api/route_table.h"
#include "api/server.h"
#include "api/static_files.h"
#include "document/read.h"
#include "service/context.h"

namespace kaoping::api {

class Api : public Application {
 public:
  // `store`, `scanner` and what `files` refers to must outlive it. Files that are imported or
  // handed in are read by `read`; those that are handed in are shown to `scanner` first, if there
  // is one.
  Api(store::Store& store, StaticFiles files,
      document::DocumentReader read = document::ReadDocument,
      const service::FileScanner* scanner = nullptr);

  Admission Admit(const Request& head) override;
  Response Refuse(const Request& request, Refusal refusal) override;
  void Observe(const Exchange& exchange) override;
  void ReportFault(const Request& request, std::string_view what) override;

 private:
  Response AnswerPage(const Request& request) const;
  Response Dispatch(const Route& route, const std::vector<std::string>& parameters,
                    const Request& request, service::ArrivingFile* file) const;
  // Sets the account of `call`; the refusal, if nobody or the wrong one is signed in.
  std::optional<Response> Enter(const Route& route, Call& call) const;
  Call MakeCall(const Request& request, const std::vector<std::string>& parameters) const;
  Admission::Opened OpenFile(const Route& route, const Request& head,
                             std::shared_ptr<service::ArrivingFile>& file) const;

  store::Store& store_;
  StaticFiles files_;
  service::Intake intake_;
  RouteTable routes_;
  Metrics metrics_;
};

}  // namespace kaoping::api

#endif  // KAOPING_API_API_H_
