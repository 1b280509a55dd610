# The commands people type. Each recipe is short; what takes more than a line lives in build/.

# LAKE=, PORT= and HOST= on the command line (or in the environment) reach the app.
ifdef LAKE
export DUCKBOARD_LAKE := $(LAKE)
endif
ifdef PORT
export PORT
endif
ifdef HOST
export HOST
endif

# What `make test-all` runs after the tests that a JDK and Chromium are enough for.
BEYOND := audit mutation package-test test-emulator soak terminal-test test-vaadin-charts transform-test deploy-test \
	api-test mcp-test compose-test load-test

.DEFAULT_GOAL := help
.PHONY: help dashboard dev lake query transform transform-dbt benchmark engine deploy status destroy bench bench-s3 bench-growth bench-lake bench-pages bench-start bench-transform check test test-times test-all load test-peers postgres-test format clean $(BEYOND)

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / { printf "  make %-13s %s\n", $$1, $$2 }' Makefile

dashboard: ## build what is needed and serve the dashboard (PORT=8080 HOST=127.0.0.1 LAKE=folder or s3://…)
	@build/dashboard

dev: ## the same, with a debugger's port at 5005
	@JDK_JAVA_OPTIONS='-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=127.0.0.1:5005' build/dashboard

lake: ## make a lake and fill it with the sample (LAKE=folder or s3://…; SOURCE=synthetic or a file or URL)
	@build/app
	@bin/duckboard lake create
	@bin/duckboard lake populate $(SOURCE)

transform: ## build the models of transform/ and publish them (LAKE=folder or s3://…; SELECT="+name+")
	@build/app
	@bin/duckboard transform run $(if $(SELECT),--select $(SELECT))

transform-dbt: ## run dbt on transform/, past the engine (LAKE=folder or s3://…; DBT="test", or another dbt command)
	@build/transform-dbt $(DBT)

query: export QUERY := $(value SQL)
query: ## ask the lake: make query SQL="SELECT …" (LAKE=folder or s3://…)
	@build/app >&2
	@bin/duckboard query "$$QUERY"

benchmark: ## compare map-reduce, one call and DuckDB itself on the lake (ROUNDS=10 OUT=benchmark EXPECT=trips)
	@build/app >&2
	@bin/duckboard benchmark $(if $(ROUNDS),--rounds $(ROUNDS)) $(if $(OUT),--out "$(OUT)") $(if $(EXPECT),--expect $(EXPECT))

engine: ## build the Lambda packages engine-lambda/target/duckboard-engine-{arm64,x86_64}.zip
	@build/engine

deploy: ## make or update the engine on AWS, with AWS credentials alone (ARGS="--plan …"; see bin/duckboard deploy --help)
	@build/app
	@build/engine --if-changed
	@bin/duckboard deploy $(ARGS)

status: ## show how the engine on AWS is (ARGS="--stack …")
	@build/app
	@bin/duckboard status $(ARGS)

destroy: ## take the engine on AWS away; the lake stays (ARGS="--delete-data …")
	@build/app
	@bin/duckboard destroy $(ARGS)

bench: ## measure the engine beside bare DuckDB and bare Python; takes four minutes
	@build/bench

bench-s3: ## measure the engine over S3, with latency and without, beside Python and bare DuckDB; takes eight minutes (ONLY="count touch" REPEATS=30)
	@build/bench-s3

bench-growth: ## measure a hundred months of trips beside bare DuckDB, and draw docs/growth.svg; takes six minutes
	@build/bench-growth

bench-lake: ## measure filling a lake beside DuckDB's bare COPY, and publishing on S3; takes a minute
	@build/bench-lake

bench-pages: ## measure the pages in Chromium: a query's rows, typing, scrolling, the bars; takes three minutes
	@build/bench-pages

bench-start: ## measure the starts of the app and of a command, and what the app holds after an hour of use; takes five minutes
	@build/bench-start

bench-transform: ## measure the transform beside dbt itself, on 7.4 million trips; takes five minutes
	@build/bench-transform

load: ## have 50 people look at the dashboard for five minutes, beside hostile queries, and draw src/target/load.svg (SECONDS=300 SESSIONS=50 IDLE=200)
	@build/load $(or $(SECONDS),300)

load-test: ## the same for half a minute
	@SESSIONS=20 IDLE=20 build/load 30

check: ## the quick loop: format, compile and test what has changed, by the tests that start nothing
	@build/check

test: ## build and run every test that needs a JDK and Chromium alone
	@build/test

test-times: ## print the slowest test classes of the last runs (MOST=20)
	@build/test-times $(MOST)

# Where no process may have mounts of its own, it says so and goes on.
test-all: export IF_POSSIBLE := yes
test-all: $(BEYOND) ## what needs more than a JDK and Chromium; run after `make test`
	@echo "$(if $(BEYOND),Passed beyond make test: $(BEYOND).,Nothing needs more than a JDK and Chromium yet: make test runs it all.)"

test-peers: ## try Duckboard with other people's programs, by large downloads; writes docs/peers.md, no part of test-all
	@build/test-peers

audit: ## ask for advisories about what is shipped, and have shellcheck look at the scripts
	@build/audit

mutation: ## change the guard in a few hundred ways; its tests must notice 85 % of them
	@build/maven --quiet -Pmutation -pl engine-lambda test-compile org.pitest:pitest-maven:mutationCoverage

package-test: ## build the packages twice, compare them, and run one under AWS's own Java runtime client
	@build/engine --twice
	@# One after the other: AWS's client unpacks its library to one name in /tmp.
	@build/maven --quiet -pl engine-lambda -Dtest.jvms=1 -Dtest='PackageIT,SnapStartIT' test

test-emulator: package-test ## run the package under AWS's Lambda runtime interface emulator
	@emulator=$$(build/fetch-emulator) && DUCKBOARD_EMULATOR="$$emulator" \
		build/maven --quiet -pl engine-lambda -Dtest=EmulatorIT test

soak: ## let hostile queries wear workers out; whoever calls next must not notice (SECONDS=150 SEED=…)
	@build/maven --quiet -Dvaadin.skip -pl engine-lambda -Dtest.jvms=1 $(if $(SECONDS),-Dsoak.seconds=$(SECONDS)) \
		$(if $(SEED),-Dsoak.seed=$(SEED)) -Dtest=SoakIT test

terminal-test: ## type the built command in an empty folder, with an empty home
	@build/terminal-test

mcp-test: ## let the Model Context Protocol's own clients ask the built app
	@build/mcp-test

test-vaadin-charts: ## build with Vaadin Charts, which without a licence bears a banner, and see that it draws bars
	@chromium=$$(build/find-chromium) && DUCKBOARD_CHROMIUM="$$chromium" build/maven --quiet -Pvaadin-charts \
		-Dvaadin.commercialWithBanner -pl src -am -Dtest=none -Dsurefire.failIfNoSpecifiedTests=false \
		-Dit.test=VaadinChartsIT -Dfailsafe.failIfNoSpecifiedTests=false verify

transform-test: ## run dbt and the transform on the same lake; both must make the same view
	@build/transform-test

api-test: ## have schemathesis try the HTTP API, and run what docs/http.md shows
	@build/api-test

deploy-test: ## check the CloudFormation template, and deploy it to a server that plays AWS on this machine
	@python=$$(build/find-cloud-tools) && build/template-test && DUCKBOARD_CLOUD_TOOLS="$$python" \
		build/maven --quiet -Dvaadin.skip -pl src -am -Dsurefire.failIfNoSpecifiedTests=false -Dtest='*MotoIT' test

compose-test: ## try docker-compose.yml by processes in place of containers (root on Linux)
	@build/compose-test

postgres-test: ## run the tests of what people keep on a real PostgreSQL, the system's or one of Debian's packages
	@build/postgres-test

format: ## put the sources into the project's format
	@build/check-frontend --format
	@build/maven --quiet spotless:apply

clean: ## remove what the build made (keeps .tools, the downloaded tools)
	@rm -rf target engine-lambda/target src/target frontend/node_modules frontend/test/node_modules \
		frontend/src/generated frontend/src/index.html frontend/src/main/bundles transform/target transform/logs
