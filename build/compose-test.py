"""Does what docker-compose.yml says with processes in place of containers; build/compose-test calls it, as root, in a
network and with mounts of its own.

The images are made by the Dockerfile's steps, layer upon layer, over this machine's own files in place of Debian's, from
which the folders are hidden where a JDK or somebody's work could be. The stage that builds is left out: what it would make
has been built here by the same scripts. A service's process has the image's files, the user, the read-only root, the
volumes, the temporary folders, the environment and the health check that the file gives it. It has no limit of memory, and
shares its network with the others, each at an address of its own.
"""

import argparse
import atexit
import json
import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

from playwright.sync_api import expect, sync_playwright

PATIENCE = 120
HIDDEN = ["/home", "/opt", "/root", "/tmp", "/usr/lib/jvm", "/usr/local", "/work"]
ENVIRONMENT = {"PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", "HOME": "/"}
REPOSITORY = Path.cwd()
LAYERS = Path("/run/duckboard-compose-test")


def run(*command, **options):
    return subprocess.run(list(map(str, command)), check=True, **options)


def until(what, condition):
    end = time.monotonic() + PATIENCE
    while not condition():
        if time.monotonic() > end:
            sys.exit(f"Not in {PATIENCE} s: {what}. The services' logs are in target/compose-logs.")
        time.sleep(0.05)


class Image:
    """Files in layers, the topmost first, and how a container of it starts."""

    def __init__(self, layers, binds=(), environment=ENVIRONMENT, folder="/", health=None, command=()):
        self.layers, self.binds, self.environment = list(layers), list(binds), dict(environment)
        self.folder, self.health, self.command = folder, health, list(command)

    def child(self):
        return Image(self.layers, self.binds, self.environment, self.folder, self.health, self.command)

    def mounts(self, root, layer):
        """Commands of a shell that put the image's files at a folder, changes going to a layer."""
        work = layer.with_name(layer.name + ".work")
        for folder in (root, layer, work):
            folder.mkdir(parents=True, exist_ok=True)
        lower = ":".join(map(str, [*self.layers, "/"]))
        yield f"mount -t overlay overlay -o lowerdir={lower},upperdir={layer},workdir={work} {root}"
        for source, target in [("/proc", "/proc"), ("/dev", "/dev"), *self.binds]:
            yield f"mkdir -p {root}{target} && mount --rbind {source} {root}{target}"

    def find(self, path):
        return next((found for layer in self.layers if (found := Path(f"{layer}{path}")).exists()), None)


class Dockerfile:
    """Carries out a Dockerfile's steps, but for the stage `build`."""

    def __init__(self, jdk):
        self.stages, self.jdk, self.count = {}, jdk, 0
        hidden = self.layer()
        for path in HIDDEN:
            folder = Path(f"{hidden}{path}")
            folder.mkdir(parents=True)
            os.setxattr(folder, "trusted.overlay.opaque", b"y")
        os.chmod(f"{hidden}/tmp", 0o1777)
        self.base = Image([hidden])

    def layer(self):
        self.count += 1
        layer = LAYERS / f"layer{self.count}"
        layer.mkdir(parents=True)
        return layer

    def make(self, file):
        image = name = None
        for step in self.steps(file):
            word, rest = step.split(None, 1)
            if word == "FROM":
                base, _, name = rest.split()
                image = self.stages[base].child() if base in self.stages else self.based(base)
                self.stages[name] = image
                if name == "build":
                    self.built_here(image)
            elif name != "build":
                self.carry_out(image, word, rest)
        return self.stages

    @staticmethod
    def steps(file):
        lines = [line for line in file.read_text().splitlines() if not line.startswith("#")]
        return [" ".join(step.split()) for step in "\n".join(lines).replace("\\\n", " ").split("\n") if step.strip()]

    def based(self, base):
        image = self.base.child()
        if base.startswith("maven:"):
            image.binds = [(self.jdk, "/opt/java/openjdk")]
            image.environment["JAVA_HOME"] = "/opt/java/openjdk"
        return image

    def built_here(self, image):
        layer = self.layer()
        for source, target in [("build", "build"), ("docker", "docker"), ("src/target/app", "src/target/app"),
                               ("target/compose-httpfs", "httpfs")]:
            shutil.copytree(source, layer / "src" / target, ignore=shutil.ignore_patterns("*.aot", ".learnt", ".jdk"))
        image.layers.insert(0, layer)
        image.folder = "/src"

    def carry_out(self, image, word, rest):
        if word == "ENV":
            image.environment.update(pair.split("=", 1) for pair in shlex.split(rest))
        elif word == "WORKDIR":
            image.folder = os.path.join(image.folder, rest)
        elif word == "CMD":
            image.command = json.loads(rest)
        elif word == "HEALTHCHECK":
            image.health = json.loads(rest.split("CMD", 1)[1])
        elif word == "COPY":
            self.copy(image, rest.split())
        elif word == "RUN":
            self.run(image, rest)
        elif word not in ("EXPOSE", "SHELL", "USER"):
            sys.exit(f"build/compose-test.py does not know the Dockerfile's {word}.")

    def copy(self, image, words):
        origin = self.stages[words.pop(0).split("=")[1]] if words[0].startswith("--from=") else None
        *sources, last = words
        layer = self.layer()
        target = Path(f"{layer}{os.path.join(image.folder, last)}")
        for source in sources:
            found = origin.find(source) if origin else REPOSITORY / source
            if found is None or not found.exists():
                sys.exit(f"The Dockerfile copies {source}, which is not there.")
            if found.is_dir():
                # As .dockerignore says.
                ignored = None if origin else shutil.ignore_patterns("target")
                shutil.copytree(found, target, dirs_exist_ok=True, ignore=ignored)
            else:
                inside = last.endswith("/") or len(sources) > 1
                (target if inside else target.parent).mkdir(parents=True, exist_ok=True)
                shutil.copy2(found, target / found.name if inside else target)
        image.layers.insert(0, layer)

    def run(self, image, command):
        layer, root = self.layer(), LAYERS / "root"
        command = re.sub(r"^(--\S+ )+", "", command)
        inner = f"env -i --chdir={image.folder} {assignments(image.environment)} /bin/bash -euo pipefail -c {shlex.quote(command)}"
        script = " && ".join([*image.mounts(root, layer), f"exec chroot {root} {inner}"])
        run("unshare", "--mount", "--propagation", "private", "/bin/bash", "-ec", script)
        image.layers.insert(0, layer)


def assignments(environment):
    return " ".join(shlex.quote(f"{name}={value}") for name, value in environment.items())


class Service:
    """A service of the file, as a process."""

    def __init__(self, name, described, image, compose):
        self.name, self.described, self.image, self.compose = name, described, image, compose
        self.process, self.starts = None, 0
        self.log = Path(f"target/compose-logs/{name}.log")

    def prefix(self, layer):
        """What a shell does before it becomes the service's command, or a command beside it."""
        described, root = self.described, Path(f"{layer}.root")
        yield from self.image.mounts(root, layer)
        for volume in described.get("volumes") or []:
            yield f"mkdir -p {root}{volume['target']}"
            yield f"mount --bind {self.compose.volume(volume, self.image)} {root}{volume['target']}"
            if volume.get("read_only"):
                yield f"mount -o remount,bind,ro {root}{volume['target']}"
        for mount in described.get("tmpfs") or []:
            target, _, options = mount.partition(":")
            yield f"mkdir -p {root}{target}"
            yield f"mount -t tmpfs -o nosuid,nodev,noexec,{options} tmpfs {root}{target}"
        yield f"mount --bind {self.compose.hosts(described)} {root}/etc/hosts"
        if described["read_only"]:
            yield f"mount -o remount,bind,ro {root}"
        user, group = described["user"].split(":")
        environment = {**self.image.environment, **(described.get("environment") or {})}
        yield (f"exec chroot {root} setpriv --reuid={user} --regid={group} --clear-groups --no-new-privs "
               f"--bounding-set=-all --inh-caps=-all env -i --chdir={self.image.folder} {assignments(environment)} ")

    def command(self, words):
        self.starts += 1
        layer = LAYERS / "containers" / f"{self.name}{self.starts}"
        script = " && ".join(self.prefix(layer)) + shlex.join(words)
        return ["unshare", "--mount", "--propagation", "private", "/bin/bash", "-ec", script]

    def start(self):
        words = [*(self.described.get("entrypoint") or []), *(self.described.get("command") or self.image.command)]
        self.begun = time.monotonic()
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(self.command(words), stdout=log, stderr=log, stdin=subprocess.DEVNULL,
                                            start_new_session=True)

    def beside(self, *words, **options):
        return subprocess.run(self.command(words), capture_output=True, text=True, **options)

    def await_healthy(self):
        described = self.described.get("healthcheck") or {}
        check = described.get("test", ["CMD", *(self.image.health or [])])[1:]

        def healthy():
            if self.process.poll() is not None:
                sys.exit(f"The service {self.name} has ended: {self.log.read_text()[-2000:]}")
            return self.beside(*check).returncode == 0

        until(f"{self.name} is healthy", healthy)
        return time.monotonic() - self.begun, self.cpu()

    def cpu(self):
        """Seconds of processor time so far, which tell more than the clock on a machine that does other work."""
        used = Path(f"/proc/{self.process.pid}/stat").read_text().rsplit(")", 1)[1].split()[11:13]
        return sum(map(int, used)) / os.sysconf("SC_CLK_TCK")

    def await_end(self):
        if self.process.wait(PATIENCE) != 0:
            sys.exit(f"The service {self.name} has failed: {self.log.read_text()[-2000:]}")

    def stop(self, sign=signal.SIGTERM):
        if self.process and self.process.poll() is None:
            self.process.send_signal(sign)
            self.process.wait(PATIENCE)


class Compose:
    """The whole file."""

    def __init__(self, file, images):
        self.file, self.volumes = json.loads(file.read_text()), LAYERS / "volumes"
        described = self.file["services"]
        self.addresses = {name: f"10.89.0.{number}" for number, name in enumerate(described, 2)}
        for address in self.addresses.values():
            run("ip", "address", "add", f"{address}/32", "dev", "lo")
        self.services = {name: Service(name, service, images[service["image"].split("@")[0].split(":")[0]], self)
                         for name, service in described.items()}

    def volume(self, volume, image):
        """A new volume is as the image's folder at its place, as Docker makes it."""
        path = self.volumes / volume["source"]
        if not path.exists():
            path.mkdir(parents=True)
            if found := image.find(volume["target"]):
                os.chown(path, found.stat().st_uid, found.stat().st_gid)
                path.chmod(found.stat().st_mode & 0o7777)
        return path

    def hosts(self, described):
        networks = set(described.get("networks") or [])
        near = [name for name, other in self.file["services"].items() if networks & set(other.get("networks") or [])]
        file = LAYERS / f"hosts-{'-'.join(sorted(networks))}"
        file.write_text("127.0.0.1 localhost\n" + "".join(f"{self.addresses[name]} {name}\n" for name in near))
        return file

    def up(self):
        """Starts all services in the order of what each waits for; returns the seconds of both clocks until each was healthy."""
        ready, waiting = {}, dict(self.services)
        while waiting:
            name = next(name for name, service in waiting.items()
                        if not (service.described.get("depends_on") or {}).keys() & waiting.keys())
            service = waiting.pop(name)
            service.start()
            if (service.described.get("healthcheck") or {}).get("disable"):
                service.await_end()
            else:
                ready[name] = service.await_healthy()
        return ready

    def down(self):
        for service in reversed(self.services.values()):
            service.stop()


class Colleague:
    """Somebody with a browser."""

    def __init__(self, browser, port):
        self.page, self.address = browser.new_page(viewport={"width": 1280, "height": 900}), f"http://localhost:{port}"
        self.page.set_default_timeout(PATIENCE * 1000)
        expect.set_options(timeout=PATIENCE * 1000)

    def sign_in(self, name, password, path=""):
        self.page.goto(f"{self.address}/{path}")
        self.page.get_by_label("Name").fill(name)
        self.page.get_by_label("Password").fill(password)
        self.page.get_by_role("button", name="Sign in").click()
        self.page.wait_for_function("() => !document.querySelector('#first-picture')")

    def sees_bars(self):
        bars = self.page.locator(".ranking-card duckboard-chart path[fill='var(--duckboard-chart-1)']")
        expect(bars.first).to_be_visible()
        return bars.count()

    def editor(self):
        return self.page.get_by_label("SQL", exact=True)

    def types(self, sql):
        expect(self.editor()).to_be_editable()
        self.editor().click()
        self.page.keyboard.press("ControlOrMeta+a")
        self.page.keyboard.press("Delete")
        self.page.keyboard.insert_text(sql)
        expect(self.editor()).to_contain_text(sql[-40:])

    def asks(self, sql):
        self.types(sql)
        self.page.get_by_role("button", name="Run", exact=True).click()

    def is_told(self):
        notice = self.page.locator("[role=alert]:visible").first
        expect(notice).to_be_visible()
        return " ".join(notice.inner_text().split())

    def sees_row(self, text):
        expect(self.page.get_by_role("gridcell", name=text, exact=True)).to_be_visible()


def check(what, holds):
    if not holds:
        sys.exit(f"Not so: {what}.")
    print(f"  {what}")


def secrets(compose):
    return [match for keys in compose.volumes.glob("*-keys/environment")
            for match in re.findall(r"SECRET_ACCESS_KEY=(\S+)", keys.read_text())]


def processes():
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            if "10001" in re.search(r"^Uid:(.*)", (folder / "status").read_text(), re.M).group(1).split():
                yield (folder / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
        except (OSError, AttributeError):
            continue


def status(address, **headers):
    try:
        return urllib.request.urlopen(urllib.request.Request(address, headers=headers), timeout=10).status
    except urllib.error.HTTPError as refusal:
        return refusal.code


def is_guarded(compose):
    services = compose.file["services"]
    return all(service["user"] == "10001:10001" and service["read_only"] and service["cap_drop"] == ["ALL"]
               and service["security_opt"] == ["no-new-privileges:true"] for service in services.values())


def seconds(ready):
    return ", ".join(f"{name} {clock:.1f} s ({cpu:.1f} s of a processor)" for name, (clock, cpu) in ready.items())


def try_out(compose, browser):
    services = compose.services
    store, engine, dashboard = services["store"], services["engine"], services["dashboard"]
    published = {name: service["ports"] for name, service in compose.file["services"].items() if "ports" in service}
    check("Only the dashboard is published, on 127.0.0.1",
          [(name, port["host_ip"]) for name, ports in published.items() for port in ports] == [("dashboard", "127.0.0.1")])
    check("No service is root, may write its root or gain rights", is_guarded(compose))

    print(f"Healthy after: {seconds(compose.up())}")
    said = re.findall(r"Sign in as (\S+) with the password (\S+);", services["setup"].log.read_text())
    check("The first start prints one password", len(said) == 1)
    users = compose.volumes / "home" / "users"
    check("The file of users is the service's alone", users.stat().st_mode & 0o777 == 0o600 and users.stat().st_uid == 10001)
    lists = list(processes())
    check("Every process has the service's user, and no secret in its command line",
          len(lists) >= 4 and not any(secret in line for secret in secrets(compose) for line in lists))
    check("The root cannot be written", dashboard.beside("touch", "/opt/duckboard/x").returncode != 0)
    check("The dashboard has no keys of the store", dashboard.beside("ls", "/run/keys/store/credentials").returncode != 0)
    engine_at = f"http://{compose.addresses['engine']}:9001"
    invoke = f"{engine_at}/2015-03-31/functions/duckboard-query/invocations"
    check("The engine refuses what is not signed", status(invoke, Host="engine:9001") == 403)
    check("The engine answers to no other name", status(f"{engine_at}/duckboard/proof", Host="evil.example:9001") == 403)

    ann = Colleague(browser, 8080)
    ann.sign_in(*said[0])
    check(f"A signed-in browser sees {ann.sees_bars()} bars", True)
    ann.page.screenshot(path="target/compose.png")
    ann.page.goto(f"{ann.address}/sql")
    ann.asks("SELECT '1: ' || count(*) AS n FROM trips LIMIT 1")
    ann.sees_row("1: 10000")
    check("An answer comes over the SQL page", True)

    engine.stop(signal.SIGKILL)
    ann.asks("SELECT '2: ' || count(*) AS n FROM trips LIMIT 1")
    told = ann.is_told()
    check(f"A killed engine is told so: {told}", re.search("Nobody answers where the engine|call to the engine broke off", told))
    engine.start()
    engine.await_healthy()
    ann.asks("SELECT '3: ' || count(*) AS n FROM trips LIMIT 1")
    ann.sees_row("3: 10000")
    check("The dashboard finds the engine that is started again", True)

    store.stop(signal.SIGKILL)
    ann.asks("SELECT count(DISTINCT total_amount) AS n FROM trips LIMIT 1")
    told = ann.is_told()
    check(f"A killed store is told so: {told}", re.search("lake|store|S3", told))
    store.start()
    store.await_healthy()
    ann.asks("SELECT '4: ' || count(*) AS n FROM trips LIMIT 1")
    ann.sees_row("4: 10000")
    check("The engine finds the store that is started again", True)

    wrong = dashboard.beside("/bin/bash", "-c", "AWS_ACCESS_KEY_ID=AKIAWRONG AWS_SECRET_ACCESS_KEY=wrong "
                             "DUCKBOARD_HOME=/tmp/home bin/duckboard query 'SELECT 1'")
    check(f"Wrong keys are told so: {wrong.stderr.strip()}", "is not known there" in wrong.stderr)
    graceful(compose, ann, said[0])


def graceful(compose, ann, who):
    services = compose.services
    engine, dashboard = services["engine"], services["dashboard"]
    ann.asks("SELECT 'counted: ' || count(*) AS a_long_count FROM range(150000000) WHERE hash(range) % 7 < 8 LIMIT 1")
    ann.page.get_by_role("button", name="Cancel", exact=True).wait_for()
    before = time.monotonic()
    dashboard.process.send_signal(signal.SIGTERM)
    dashboard.process.wait(PATIENCE)
    told = dashboard.log.read_text().split("stopping when the queries under way have ended: 1")[-1]
    check(f"A query under way is answered before the dashboard stops, after {time.monotonic() - before:.1f} s",
          re.search("answered in .*: 1 rows", told))
    compose.down()

    print(f"Healthy again after: {seconds(compose.up())}")
    check("A later start prints no password", len(re.findall("password", services["setup"].log.read_text())) == 1)
    check("A later start fills nothing", "has tables already" in services["lake"].log.read_text())
    ann.sign_in(*who, path="sql")
    expect(ann.editor()).to_contain_text("a_long_count")
    check("What was typed is there after the restart", True)
    engine.stop()
    before = time.monotonic()
    dashboard.stop()
    check(f"With nothing under way the dashboard stops in {time.monotonic() - before:.1f} s", True)


def main():
    parser = argparse.ArgumentParser()
    for option in ("--versitygw", "--jdk", "--chromium"):
        parser.add_argument(option, required=True)
    options = parser.parse_args()
    shutil.rmtree("target/compose-logs", ignore_errors=True)
    Path("target/compose-logs").mkdir(parents=True)
    run("ip", "link", "set", "lo", "up")
    LAYERS.mkdir(exist_ok=True)
    run("mount", "-t", "tmpfs", "tmpfs", LAYERS)

    docker = Dockerfile(options.jdk)
    stages = docker.make(Path("docker/Dockerfile"))
    store = docker.base.child()
    layer = docker.layer()
    (layer / "usr/local/bin").mkdir(parents=True)
    shutil.copy2(options.versitygw, layer / "usr/local/bin/versitygw")
    store.layers.insert(0, layer)
    compose = Compose(Path("target/compose.json"), {"versity/versitygw": store, "duckboard-engine": stages["engine"],
                                                    "duckboard-dashboard": stages["dashboard"]})
    atexit.register(compose.down)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=options.chromium)
        try_out(compose, browser)
        browser.close()
    print("docker-compose.yml is as it should be.")


main()
