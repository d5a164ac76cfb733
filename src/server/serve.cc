// The server put together: the folder, the workers, the door, until a signal ends it.
#include <arpa/inet.h>
#include <entente/serve.h>
#include <fmt/format.h>
#include <sodium.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <filesystem>
#include <mutex>
#include <system_error>

#include "server/access.h"
#include "server/ask_routes.h"
#include "server/case_routes.h"
#include "server/door.h"
#include "server/jobs.h"
#include "server/linked_cases.h"
#include "server/news.h"
#include "server/page_routes.h"
#include "server/secrets.h"
#include "server/store.h"

namespace entente {
namespace server {
namespace {

constexpr std::uint16_t usual_port = 8417;
constexpr rlim_t most_descriptors = 2048;
constexpr std::size_t first_connections = 8;  // that have a thread from the start

Answer fail(const std::string& message) {
  return {status::faulty, fmt::format("entente: {}\n", message)};
}

Answer fail(const Refusal& refusal) {
  return fail(refusal.message);
}

std::string numeric(const std::string& address) {
  return address == "localhost" ? "127.0.0.1" : address;
}

bool is_loopback(const std::string& address) {
  in_addr four{};
  in6_addr six{};
  if (::inet_pton(AF_INET, address.c_str(), &four) == 1) return (ntohl(four.s_addr) >> 24) == 127;
  return ::inet_pton(AF_INET6, address.c_str(), &six) == 1 && IN6_IS_ADDR_LOOPBACK(&six);
}

/// A folder as the page shows it.
std::string shown(const std::string& folder) {
  std::error_code unknown;
  const std::filesystem::path whole = std::filesystem::absolute(folder, unknown);
  std::string path = unknown ? folder : whole.lexically_normal().string();
  if (path.size() > 1 && path.back() == '/') path.pop_back();
  return path;
}

/// What is wrong with how it is to be reached; empty where nothing is.
std::string wrong_way_in(const ServeRequest& request, const std::string& address, bool has_password) {
  in6_addr unused{};
  if (::inet_pton(AF_INET, address.c_str(), &unused) != 1 &&
      ::inet_pton(AF_INET6, address.c_str(), &unused) != 1)
    return fmt::format("--listen takes an address in numbers, as 127.0.0.1 or ::1, not '{}'", address);
  if (request.certificate.has_value() != request.key.has_value()) return "--cert and --key go together";
  if (is_loopback(address)) return {};
  if (!request.certificate)
    return fmt::format("'{}' can be reached from elsewhere, so it takes TLS: give --cert FILE and --key FILE",
                       address);
  if (!has_password)
    return fmt::format(
        "'{}' can be reached from elsewhere, so it takes a password: set one with "
        "'entente serve --set-password' first",
        address);
  return {};
}

/// SIGINT, SIGTERM and SIGHUP, taken by one who waits for them and by no other thread.
class Signals {
 public:
  Signals() {
    sigemptyset(&ends_);
    sigaddset(&ends_, SIGINT);
    sigaddset(&ends_, SIGTERM);
    sigaddset(&ends_, SIGHUP);
    pthread_sigmask(SIG_BLOCK, &ends_, &before_);
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN);  // a file that may not grow is an error like a full disk
  }
  ~Signals() { pthread_sigmask(SIG_SETMASK, &before_, nullptr); }
  Signals(const Signals&) = delete;
  Signals& operator=(const Signals&) = delete;
  void wait() const {
    int which = 0;
    ::sigwait(&ends_, &which);
  }

 private:
  sigset_t ends_{};
  sigset_t before_{};
};

/// Each connection takes one, and whoever saves some more; shells often give few.
void take_descriptors() {
  rlimit limit{};
  if (::getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur >= most_descriptors) return;
  limit.rlim_cur = std::min(limit.rlim_max, most_descriptors);
  ::setrlimit(RLIMIT_NOFILE, &limit);
}

void browse(const std::string& link) {
  const pid_t child = ::fork();
  if (child < 0) return;  // the link was printed
  if (child != 0) {
    ::waitpid(child, nullptr, 0);  // it ends at once, and the browser is nobody's child
    return;
  }
  sigset_t none;
  sigemptyset(&none);
  pthread_sigmask(SIG_SETMASK, &none, nullptr);
  if (::fork() == 0) {
    ::execlp("xdg-open", "xdg-open", link.c_str(), static_cast<char*>(nullptr));
    ::_exit(1);
  }
  ::_exit(0);
}

/// Ends all that threads do, and waits for them, before what they work with goes.
struct Ending {
  Events& events;
  Jobs& jobs;
  Door& door;
  Threads& threads;
  ~Ending() {
    events.close();
    jobs.close();
    door.close();
    threads.wait();
  }
};

/// One server from its start to its end.
class Service {
 public:
  Service(const ServeRequest& request, const Sink& out, Folder folder, Workers workers)
      : request_(request), out_(out), store_(std::move(folder)), workers_(std::move(workers)) {}

  Answer run() {
    const std::string address = numeric(request_.address);
    const auto kept = Password::kept(store_.folder());
    if (const Refusal* refusal = refused(kept)) return fail(*refusal);
    const auto& hash = std::get<std::optional<std::string>>(kept);
    if (const std::string wrong = wrong_way_in(request_, address, hash.has_value()); !wrong.empty())
      return fail(wrong);
    if (const auto refusal = store_.start()) return fail(*refusal);
    std::optional<Tls> tls;
    if (request_.certificate) {
      auto loaded = Tls::load(*request_.certificate, *request_.key);
      if (const Refusal* refusal = refused(loaded)) return fail(*refusal);
      tls = std::move(std::get<Tls>(loaded));
    }
    std::optional<Password> password;
    if (!is_loopback(address)) password.emplace(*hash);
    return run(address, std::move(tls), password ? &*password : nullptr);
  }

 private:
  Answer run(const std::string& address, std::optional<Tls> tls, Password* password) {
    Door door(std::move(tls), request_.body);
    auto port = door.open(address, request_.port.value_or(usual_port));
    if (!port && !request_.port) port = door.open(address, 0);
    if (!port)
      return fail(fmt::format("nothing can listen at {} port {}: it is taken, or not yours to take", address,
                              request_.port.value_or(usual_port)));
    store_.tell(*port);
    Access access(
        {door.secure(), *port, address, [&door](const std::string& host) { return door.names(host); }});
    where_ = fmt::format("{}://{}:{}", door.secure() ? "https" : "http",
                         address.find(':') == std::string::npos ? address : "[" + address + "]", *port);
    return run(door, access, password);
  }

  Answer run(Door& door, Access& access, Password* password) {
    const Signals signals;  // before there is a thread that could get one
    Events events;
    Jobs jobs(
        workers_, {request_.analyses, request_.seconds, request_.memory},
        [&events](const JobState& state) {
          if (state.lasting) events.publish("job", job_event(state));
        },
        [&events] { events.miss(); });
    Desk desk{store_,
              jobs,
              events,
              access,
              password,
              [this, &access] { say_link(access, "Another link: "); },
              request_.opened.value_or(""),
              shown(request_.folder),
              request_.body,
              request_.seconds};
    Router router(desk);
    add_page_routes(router);
    add_case_routes(router);
    add_linked_case_routes(router);
    add_ask_routes(router);
    FolderWatch watch(store_.folder());
    Threads threads(2 * request_.analyses + 2 + first_connections);
    const Ending ending{events, jobs, door, threads};
    jobs.serve(threads);
    threads.begin([&] { watch.run(door.closed(), [&] { refresh(events); }); });
    threads.begin([&] {
      door.let_in(threads, [&](const Request& request, const ReadBody& body) {
        return router.answer(door, request, body);
      });
    });
    const std::string link = password == nullptr ? say_link(access, "Entente is at ") : say_place();
    if (request_.browse) browse(link);
    signals.wait();
    return {};
  }

  void refresh(Events& events) {
    try {
      for (const FileChange& change : store_.refresh())
        events.publish("file", file_event(change.name, change.etag.value_or(""), "outside"));
    } catch (const std::exception&) {  // no memory for it now; who listens looks himself
      events.miss();
    }
  }

  std::string say_link(Access& access, const char* before) {
    std::string link = where_ + access.fresh_link();
    say(fmt::format("{}{}\n", before, link));
    return link;
  }

  std::string say_place() {
    say(fmt::format("Entente is at {}/\n", where_));
    return where_ + "/";
  }

  void say(const std::string& text) {
    const std::lock_guard lock(saying_);
    out_(text);
  }

  const ServeRequest& request_;
  const Sink& out_;
  Store store_;
  Workers workers_;
  std::string where_;
  std::mutex saying_;
};

}  // namespace
}  // namespace server

Answer serve(const ServeRequest& request, const Sink& out) {
  using namespace server;
  if (sodium_init() < 0) return fail("the system gives no random numbers");
  take_descriptors();
  auto folder = Folder::open(request.folder);
  if (const Refusal* refusal = refused(folder)) return fail(*refusal);
  auto workers = Workers::start();  // before there is any thread
  if (const Refusal* refusal = refused(workers)) return fail(*refusal);
  try {
    return Service(request, out, std::move(std::get<Folder>(folder)), std::move(std::get<Workers>(workers)))
        .run();
  } catch (const std::system_error& error) {
    return fail(
        fmt::format("the server cannot start: the system gives it no more threads ({}). Close other "
                    "programs, or raise the limit of processes (ulimit -u).",
                    error.code().message()));
  }
}

Answer set_password(const std::string& folder, std::string_view password) {
  using namespace server;
  if (sodium_init() < 0) return fail("the system gives no random numbers");
  const auto opened = Folder::open(folder);
  if (const Refusal* refusal = refused(opened)) return fail(*refusal);
  if (const auto refusal = keep_password(std::get<Folder>(opened), password)) return fail(*refusal);
  return {};
}

}  // namespace entente
