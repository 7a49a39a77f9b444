# What the project uses from the system; tools/setup installs all of it on a bare Debian 12.
find_package(fmt REQUIRED)
find_package(spdlog REQUIRED)
find_package(Threads REQUIRED)
find_package(CLI11 REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(Boost 1.81 REQUIRED)
find_package(OpenSSL REQUIRED COMPONENTS Crypto)
find_package(PkgConfig REQUIRED)

# Half of the time of a short command goes into finding the symbols of shared libraries. With
# KAOPING_STATIC the program takes in what Debian has as an archive or as headers alone. libzip is
# neither, and needs the shared libcrypto itself; both are C, so that libstdc++ can be taken in, too.
add_library(linked::fmt INTERFACE IMPORTED)
add_library(linked::spdlog INTERFACE IMPORTED)
add_library(linked::runtime INTERFACE IMPORTED)  # of every program
if(KAOPING_STATIC)
  set(shared_first ${CMAKE_FIND_LIBRARY_SUFFIXES})
  set(CMAKE_FIND_LIBRARY_SUFFIXES .a ${shared_first})
  target_link_libraries(linked::fmt INTERFACE fmt::fmt-header-only)
  target_link_libraries(linked::spdlog INTERFACE spdlog::spdlog_header_only)
  # spdlog names the shared fmt all the same, which nobody needs then.
  target_link_options(linked::runtime
    INTERFACE -static-libstdc++ -static-libgcc LINKER:--gc-sections,--as-needed)
else()
  target_link_libraries(linked::fmt INTERFACE fmt::fmt)
  target_link_libraries(linked::spdlog INTERFACE spdlog::spdlog)
endif()

find_package(ZLIB REQUIRED)
find_package(ICU REQUIRED COMPONENTS uc data)
if(KAOPING_STATIC)
  set_property(TARGET ICU::uc APPEND PROPERTY INTERFACE_LINK_LIBRARIES ICU::data)
endif()
pkg_check_modules(sodium REQUIRED IMPORTED_TARGET libsodium)
pkg_check_modules(libzip REQUIRED IMPORTED_TARGET libzip)
pkg_check_modules(pugixml REQUIRED IMPORTED_TARGET pugixml)
pkg_check_modules(gumbo REQUIRED IMPORTED_TARGET gumbo)
pkg_check_modules(xlsxwriter REQUIRED IMPORTED_TARGET xlsxwriter)
pkg_check_modules(seccomp REQUIRED IMPORTED_TARGET libseccomp)

# Debian's SOCI brings no CMake configuration.
find_package(SQLite3 REQUIRED)
find_path(SOCI_INCLUDE_DIR soci/soci.h REQUIRED)
find_library(SOCI_CORE_LIBRARY soci_core REQUIRED)
find_library(SOCI_SQLITE3_LIBRARY soci_sqlite3 REQUIRED)
add_library(soci::sqlite3 INTERFACE IMPORTED)
target_include_directories(soci::sqlite3 SYSTEM INTERFACE ${SOCI_INCLUDE_DIR})
target_link_libraries(soci::sqlite3
  INTERFACE ${SOCI_SQLITE3_LIBRARY} ${SOCI_CORE_LIBRARY} SQLite::SQLite3)

if(KAOPING_STATIC)
  set(CMAKE_FIND_LIBRARY_SUFFIXES ${shared_first})
endif()

if(BUILD_TESTING)
  include(GoogleTest)
  find_package(GTest REQUIRED)
  find_package(rapidcheck REQUIRED)
endif()
