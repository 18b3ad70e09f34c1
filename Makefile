# passculture — partner kit for the pass Culture
# SPDX-License-Identifier: Apache-2.0
#
# What every job is called. Nothing here knows how a job is done: Scripts/ and Package.swift do.

SWIFT ?= swift
FOLDERS := Sources Mocks Conformance Samples Benchmarks Tests
# A crash in a test ends the test; it does not wait for somebody at a debugger.
export SWIFT_BACKTRACE = enable=no

# What is released carries the Swift runtime: one file, which starts sooner and keeps less in memory. What is measured is what is released.
RELEASE := $(SWIFT) build --configuration release --static-swift-stdlib

.DEFAULT_GOAL := help
.PHONY: help setup build test lint format journey certify-tills certify-online sequences sepa crash crash-platform crash-till races contract-fuzz bench bench-data release-checks bench-sdk lib command install deb deb-check dist bench-c valgrind fuzz bench-outbox docs
# The jobs share one build folder: side by side they would only wait for its lock.
.NOTPARALLEL:

help: ## lists the jobs
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-15s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: ## installs what is missing (Debian packages); says nothing when nothing is
	@Scripts/setup libcurl4-openssl-dev libjson-c-dev libsqlite3-dev libssl-dev pkg-config

build: setup ## builds everything, debug
	$(SWIFT) build

# Eight tests at a time: all two thousand at once take as long, but on a busy machine each then waits so long for its turn that the
# deadlines of real clients pass, and a sound test turns red.
test: setup lint ## checks the house rules, then runs every test (debug)
	$(SWIFT) test --disable-xctest --experimental-maximum-parallelization-width 8

lint: setup ## swift format, strict, then the house rules, then what the till really links
	$(SWIFT) format lint --strict --parallel --recursive Package.swift $(FOLDERS)
	$(SWIFT) build --product house-rules
	.build/debug/house-rules
	$(SWIFT) build --product till
	.build/debug/house-rules linkage .build/debug/till .build/debug/house-rules

format: ## writes the sources the way lint wants them
	$(SWIFT) format format --in-place --parallel --recursive Package.swift $(FOLDERS)

docs: setup ## makes the SDK's documentation in .build/documentation; a link that leads nowhere is an error
	$(SWIFT) build --product button
	@SWIFT=$(SWIFT) Scripts/docs

journey: setup ## plays a partner's life, five categories of 2018 and four of today, on a platform of its own (ARGS="--category books")
	$(SWIFT) build --product passculture
	.build/debug/passculture journey --edition both $(ARGS)

certify-tills: setup ## judges our own desk as a till, in both editions and profiles, slow platform included
	$(SWIFT) build --product passculture
	Scripts/certify-tills .build/debug/passculture

certify-online: setup ## judges the sample of an online platform over HTTP, in both editions, slow platform included
	$(SWIFT) build --product passculture
	$(SWIFT) build --product videoclub
	Scripts/certify-online .build/debug/passculture .build/debug/videoclub

contract-fuzz: setup ## property tests of the platform by its own OpenAPI document, ten minutes (ARGS="--minutes 5 --seed 1")
	$(SWIFT) build --product passculture
	Scripts/contract-fuzz $(ARGS)

fuzz: setup ## 1,000,000 changed inputs for each reader of bytes, address sanitizer (ARGS="json --count N --seed N")
	$(SWIFT) build --configuration release --product fuzz --sanitize=address --scratch-path .build/fuzz
	.build/fuzz/release/fuzz $(ARGS)

sequences: setup ## plays 100,000 random histories on the domain, release (ARGS="--count N --seed FIRST --told")
	$(RELEASE) --product sequences
	.build/release/sequences $(ARGS)

sepa: setup ## validates the orders to the bank against the official schema (fetches Python tools the first time)
	@Scripts/setup python3
	$(SWIFT) build --product passculture
	Scripts/check-sepa $(ARGS)

crash: crash-platform crash-till ## both of the following

crash-platform: setup ## kills a platform under load, 200 times, and looks for what it had answered (ARGS="--rounds 20")
	@Scripts/setup python3
	$(RELEASE) --product passculture
	Scripts/crash $(ARGS)

crash-till: setup ## kills tills while answers get lost, 500 times, and looks for what they believe (ARGS="--rounds 50")
	@Scripts/setup python3
	$(RELEASE) --product loaded-platform
	$(RELEASE) --product crash-till
	Scripts/crash-till $(ARGS)

# A build folder of its own: there the SDK is built with locks that the sanitizer sees (Package.swift).
races: setup ## many tasks and threads on one SDK, thread sanitizer (ARGS="--rounds N --seed N --told")
	$(SWIFT) build --product loaded-platform
	PASSCULTURE_WATCHED_LOCKS=1 $(SWIFT) build --product races --sanitize=thread --scratch-path .build/races
	Scripts/races $(ARGS)

bench-data: setup ## measures the platform with a data file, release: validations, start with 100,000 bookings
	@Scripts/setup wrk python3
	$(RELEASE) --product passculture
	Scripts/bench-data $(ARGS)

bench-outbox: setup ## measures what the outbox costs a validation, release, and counts its syncs (ARGS="--rounds N")
	$(RELEASE) --product outbox-cost
	Scripts/bench-outbox $(ARGS)

bench: setup ## measures the platform, release (ARGS="--short")
	@Scripts/setup wrk python3
	$(RELEASE) --product bare-server
	$(RELEASE) --product loaded-platform
	$(RELEASE) --product passculture
	Scripts/bench $(ARGS)

# The rivals are a package of their own: AsyncHTTPClient takes some minutes to build the first time.
bench-sdk: setup ## measures the SDK against a C loop over libcurl and AsyncHTTPClient, release (ARGS="--rounds 9")
	@Scripts/setup gcc python3
	$(RELEASE) --package-path Benchmarks/Rivals --scratch-path .build/rivals --product Rivals
	Scripts/bench-sdk .build/rivals $(ARGS)

# Looser than what `make bench` asks of throughput: a change must not make it worse than this, even where CI is noisy.
release-checks: setup ## the figures of the release build that CI holds: journeys, start, memory idle and under load, throughput, ten years
	@$(MAKE) --no-print-directory bench ARGS="--short --journey --least-ratio 0.70"
	@$(MAKE) --no-print-directory bench ARGS="--only soak --soak 900000"

# What is packaged. The library leaves out what no C program can call, and so has a build folder of its own.
PREFIX ?= /usr
LIBDIR ?= $(PREFIX)/lib

lib: setup ## builds libpassculture.so.1 for programs in C, and checks its symbols and its size (into .build/lib/out)
	@Scripts/setup binutils
	@Scripts/lib

command: setup ## builds the command line as it is packaged (installing strips it): release, Swift runtime inside
	@Scripts/setup binutils
	$(RELEASE) --product passculture

install: lib command ## installs library, header, command line, manual page, completions, pages (DESTDIR=, PREFIX=/usr, LIBDIR=PREFIX/lib)
	Scripts/install "$(DESTDIR)" "$(PREFIX)" "$(LIBDIR)"

deb: lib command ## makes the Debian packages (into .build/deb)
	@Scripts/setup dpkg-dev
	@Scripts/deb

deb-check: deb ## installs the packages into a root of their own, compiles the C sample against them, and sells with it
	@Scripts/setup gcc make
	@Scripts/deb-check

dist: lib command ## makes the release archive for Linux, with its SHA-256 (into .build/dist)
	@Scripts/dist

bench-c: lib ## measures what the library adds to the memory of a till in C
	@Scripts/setup gcc
	$(SWIFT) build --product passculture
	@Scripts/bench-c

valgrind: lib ## sells with the till in C under valgrind: no error in memory, no definite leak
	@Scripts/setup gcc valgrind curl
	$(SWIFT) build --product passculture
	@Scripts/valgrind-c
