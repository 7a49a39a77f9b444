# kaoping_embed(<target> NAME <name> FOLDER <folder>)
#
# Puts the files of FOLDER, as they are when the target is built, into <target>; api/embedded.h
# declares the function that lists them. A folder that does not exist is an empty list. See
# tools/embed.py.
find_package(Python3 REQUIRED COMPONENTS Interpreter)

function(kaoping_embed target)
  cmake_parse_arguments(ARG "" "NAME;FOLDER" "" ${ARGN})

  # The glob is checked again at each build, so that files that came or went are noticed.
  file(GLOB_RECURSE files CONFIGURE_DEPENDS ${ARG_FOLDER}/*)
  set(out ${CMAKE_CURRENT_BINARY_DIR}/embedded/${ARG_NAME})
  # A file that went changes no other; the list changes.
  file(GENERATE OUTPUT ${out}.list CONTENT "${files}")
  # No dependency scan sees an .incbin, so the .s is written anew whenever a file changes.
  add_custom_command(
    OUTPUT ${out}.s ${out}.cc
    COMMAND ${CMAKE_COMMAND} -E make_directory ${CMAKE_CURRENT_BINARY_DIR}/embedded
    COMMAND Python3::Interpreter ${PROJECT_SOURCE_DIR}/tools/embed.py
            --name ${ARG_NAME} --out ${out} ${ARG_FOLDER}
    DEPENDS ${files} ${out}.list ${PROJECT_SOURCE_DIR}/tools/embed.py
    COMMENT "Embedding ${ARG_FOLDER}"
    VERBATIM)
  target_sources(${target} PRIVATE ${out}.s ${out}.cc)
endfunction()
