# kaoping, in one word: `make help` says which. Each command installs what it lacks (tools/setup),
# says what it does, and may be repeated; nothing is built twice.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory
.NOTPARALLEL:

# What may be set: make run DATA=/srv/kaoping LISTEN=127.0.0.1:9000
DATA ?= $(or $(XDG_DATA_HOME),$(HOME)/.local/share)/kaoping-demo
LISTEN ?= 127.0.0.1:8080
JOBS ?= $(shell nproc)
FUZZ ?= compile
FUZZ_SECONDS ?= 600
# What each fuzzer starts from, and the longest text that it tries.
seeds_compile := tests/fuzz/corpus tests/clauses
seeds_docx := tests/fuzz/documents/docx tests/fixtures/documents
seeds_xlsx := tests/fuzz/documents/xlsx tests/fixtures/documents
seeds_pdf := tests/fuzz/documents/pdf
seeds_ofd := tests/fuzz/documents/ofd tests/fixtures/documents
seeds_html := tests/fuzz/documents/html
seeds_csv := tests/fuzz/documents/csv
seeds_txt := tests/fuzz/documents/txt
seeds_notice := tests/fuzz/notices tests/fixtures/layouts
longest_compile := 400
longest_docx := 4000
longest_xlsx := 4000
longest_pdf := 4000
longest_ofd := 4000
longest_html := 3000
longest_csv := 1000
longest_txt := 2000
longest_notice := 4000

web_sources := $(shell find web -path web/node_modules -prune -o -path web/dist -prune -o -type f -print 2>/dev/null) $(wildcard api/openapi.yaml)
web_dist := $(if $(wildcard web/package.json),web/dist/index.html)
with_web := -DKAOPING_WEB_DIST=$(CURDIR)/web/dist
say = @echo "== $(1)"
# ctest names every test twice; what passed is counted in its last lines.
quietly = | grep --line-buffered -vE '^ +Start |   Passed  '

.PHONY: help
help: ## what there is to make
	@sed -nE 's/^([a-z-]+):.*## (.*)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 18

.PHONY: run
run: setup-run $(web_dist) ## build, load the reference notice with sample facts, serve it on 127.0.0.1:8080
	$(call say,building the release)
	@cmake --preset release -DBUILD_TESTING=OFF $(with_web) --log-level=WARNING
	@cmake --build --preset release -j $(JOBS) --target kaoping
	$(call say,serving the demonstration from $(DATA))
	@exec build/release/bin/kaoping --data "$(DATA)" demo --listen "$(LISTEN)"

.PHONY: test
test: setup-test $(web_dist) ## build everything and run every test, the browser's included
	$(call say,building with every warning an error and every header compiled alone)
	@cmake --preset dev $(with_web) -DKAOPING_WEB_TESTS=$(if $(web_dist),ON,OFF) --log-level=WARNING
	@cmake --build --preset dev -j $(JOBS) --target all all_verify_interface_header_sets
	$(call say,running the tests)
	@ctest --preset dev -j $(JOBS) $(quietly)

.PHONY: build
build: setup-test $(web_dist) ## the dev build alone
	@cmake --preset dev $(with_web) --log-level=WARNING
	@cmake --build --preset dev -j $(JOBS)

.PHONY: asan
asan: setup-test ## the C++ tests under AddressSanitizer and UndefinedBehaviorSanitizer
	@cmake --preset asan --log-level=WARNING
	@cmake --build --preset asan -j $(JOBS)
	@ctest --preset asan -j $(JOBS) $(quietly)

.PHONY: fuzz
fuzz: setup-fuzz ## the fuzzer FUZZ (compile, docx, xlsx, pdf, ofd, html, csv, txt, notice) for FUZZ_SECONDS (600); findings stay in build/fuzz
	@cmake --preset fuzz --log-level=WARNING
	@cmake --build --preset fuzz -j $(JOBS) --target $(FUZZ)_fuzz
	@mkdir -p build/fuzz/corpus-$(FUZZ)
	$(call say,fuzzing $(FUZZ) for $(FUZZ_SECONDS) seconds)
	@cd build/fuzz && bin/$(FUZZ)_fuzz -max_total_time=$(FUZZ_SECONDS) -max_len=$(longest_$(FUZZ)) \
	  -timeout=10 -print_final_stats=1 corpus-$(FUZZ) $(addprefix $(CURDIR)/,$(seeds_$(FUZZ)))

.PHONY: bench
bench: setup-bench ## the benchmarks; every figure is of one run on one machine
	@cmake --preset bench --log-level=WARNING
	@cmake --build --preset bench -j $(JOBS) --target compile_bench reader_bench parse_bench
	@build/bench/bin/compile_bench
	@build/bench/bin/reader_bench
	@build/bench/bin/parse_bench

.PHONY: format
format: setup-test ## lay out every C++ file as .clang-format says
	@git ls-files 'src/*.cc' 'src/*.h' | xargs clang-format -i

.PHONY: lint
lint: setup-lint ## clang-tidy over src/
	@cmake --preset dev $(with_web) --log-level=WARNING
	@git ls-files 'src/*.cc' | xargs -P $(JOBS) -n 1 clang-tidy --quiet -p build/dev

.PHONY: clean
clean: ## remove what was built (data folders stay)
	rm -rf build web/dist web/node_modules

.PHONY: setup-run setup-test setup-lint setup-fuzz setup-bench
setup-run setup-test setup-lint setup-fuzz setup-bench:
	@tools/setup $(@:setup-%=%)

web/node_modules/.package-lock.json: web/package-lock.json
	$(call say,installing the page's npm packages)
	@cd web && npm ci --no-audit --no-fund --loglevel=error

web/dist/index.html: web/node_modules/.package-lock.json $(web_sources)
	$(call say,building the page)
	@cd web && npm run --silent build
	@touch $@
