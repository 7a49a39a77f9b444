# What the project uses from the system; tools/setup installs all of it on a bare Debian 12.
find_package(fmt REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(ICU REQUIRED COMPONENTS uc data)
find_package(OpenSSL REQUIRED COMPONENTS Crypto)
find_package(PkgConfig REQUIRED)
pkg_check_modules(sodium REQUIRED IMPORTED_TARGET libsodium)
pkg_check_modules(libzip REQUIRED IMPORTED_TARGET libzip)
pkg_check_modules(pugixml REQUIRED IMPORTED_TARGET pugixml)
pkg_check_modules(gumbo REQUIRED IMPORTED_TARGET gumbo)
pkg_check_modules(seccomp REQUIRED IMPORTED_TARGET libseccomp)
find_package(Boost 1.81 REQUIRED)
find_package(spdlog REQUIRED)
find_package(Threads REQUIRED)
find_package(CLI11 REQUIRED)


# Debian's SOCI brings no CMake configuration.
find_package(SQLite3 REQUIRED)
find_path(SOCI_INCLUDE_DIR soci/soci.h REQUIRED)
find_library(SOCI_CORE_LIBRARY soci_core REQUIRED)
find_library(SOCI_SQLITE3_LIBRARY soci_sqlite3 REQUIRED)
add_library(soci::sqlite3 INTERFACE IMPORTED)
target_include_directories(soci::sqlite3 SYSTEM INTERFACE ${SOCI_INCLUDE_DIR})
target_link_libraries(soci::sqlite3
  INTERFACE ${SOCI_SQLITE3_LIBRARY} ${SOCI_CORE_LIBRARY} SQLite::SQLite3)

if(BUILD_TESTING)
  include(GoogleTest)
  find_package(GTest REQUIRED)
  find_package(rapidcheck REQUIRED)
endif()
