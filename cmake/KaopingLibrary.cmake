# kaoping_library(<name> [DEPS <room>...] [PUBLIC <target>...] [PRIVATE <target>...]
#                 [TEST <target>...])
#
# Makes the room of the current folder: the library kaoping::<name> of its *.cc and *.h, its header
# set (each header is compiled alone under the dev preset), its warnings, and <name>_test if the
# folder has *_test.cc files.
#
# DEPS are other rooms. Each must have been added earlier in the root CMakeLists.txt, so that a
# cycle cannot be written; tools/check_layers.py holds every #include to the same list.
# PUBLIC and PRIVATE are third-party targets; those of TEST serve the tests alone. Tests also find
# tests/support/.
function(kaoping_library name)
  cmake_parse_arguments(ARG "" "" "DEPS;PUBLIC;PRIVATE;TEST" ${ARGN})

  file(GLOB sources CONFIGURE_DEPENDS *.cc)
  file(GLOB headers CONFIGURE_DEPENDS *.h)
  set(tests ${sources})
  list(FILTER tests INCLUDE REGEX "_test\\.cc$")
  list(FILTER sources EXCLUDE REGEX "_test\\.cc$")
  list(FILTER headers EXCLUDE REGEX "_test\\.h$")  # shared by the tests of a room

  set(target kaoping_${name})
  add_library(${target} STATIC)
  add_library(kaoping::${name} ALIAS ${target})
  target_sources(${target} PRIVATE ${sources})
  target_sources(${target} PUBLIC FILE_SET HEADERS BASE_DIRS ${PROJECT_SOURCE_DIR}/src
                                  FILES ${headers})
  set_target_properties(${target} PROPERTIES LINKER_LANGUAGE CXX)
  target_include_directories(${target} PUBLIC ${PROJECT_SOURCE_DIR}/src)
  target_link_libraries(${target} PRIVATE kaoping_warnings)

  kaoping_link_rooms(${target} ${name} PUBLIC ${ARG_DEPS})
  if(ARG_PUBLIC)
    target_link_libraries(${target} PUBLIC ${ARG_PUBLIC})
  endif()
  if(ARG_PRIVATE)
    target_link_libraries(${target} PRIVATE ${ARG_PRIVATE})
  endif()

  if(tests AND BUILD_TESTING)
    add_executable(${name}_test ${tests})
    target_link_libraries(${name}_test
      PRIVATE kaoping::${name} ${ARG_PRIVATE} ${ARG_TEST} kaoping_warnings GTest::gmock_main rapidcheck)
    target_include_directories(${name}_test PRIVATE ${PROJECT_SOURCE_DIR}/tests)
    target_compile_definitions(${name}_test
      PRIVATE KAOPING_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
    gtest_discover_tests(${name}_test TEST_PREFIX ${name}. DISCOVERY_TIMEOUT 60)
  endif()
endfunction()

# kaoping_program(<name> DEPS <room>...): the executable of the current folder.
function(kaoping_program name)
  cmake_parse_arguments(ARG "" "" "DEPS" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS *.cc)
  add_executable(${name} ${sources})
  target_link_libraries(${name} PRIVATE kaoping_warnings linked::runtime)
  kaoping_link_rooms(${name} ${name} PRIVATE ${ARG_DEPS})
endfunction()

function(kaoping_link_rooms target name visibility)
  foreach(dep IN LISTS ARGN)
    if(NOT TARGET kaoping::${dep})
      message(FATAL_ERROR
        "${name} uses ${dep}, which must be added before it in the root CMakeLists.txt")
    endif()
    target_link_libraries(${target} ${visibility} kaoping::${dep})
  endforeach()
endfunction()
