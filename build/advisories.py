"""Says which advisories there are about what Duckboard is made of: advisories.py FOLDER [--update], as build/audit
calls it. FOLDER has maven.txt, Maven's tree of what is shipped, and what `npm audit --json` has printed.

Maven's packages are asked for at OSV (osv.dev), npm's by npm at its registry. Who does not answer is replaced by
build/advisories.json, which tells when it was asked and about what; a package that it does not tell of is said to be
unasked. Ends with 1 where something that is shipped has a high or critical advisory that is not accepted there."""

import datetime
import json
import os
import re
import sys
import urllib.request

KEPT = "build/advisories.json"
OSV = os.environ.get("DUCKBOARD_OSV", "https://api.osv.dev")
SECONDS = 5
FAILING = ("high", "critical")
# OSV's queries in one request are at most a thousand.
BATCH = 500
# npm's project, and whether what it locks reaches people.
PROJECTS = {"frontend": True, "frontend/test": False}


def maven_packages(folder):
    """All that the modules ship, as group:artifact@version; the modules themselves are none."""
    line = re.compile(r"([\w.-]+):([\w.-]+):jar:(?:[\w.-]+:)?([\w.+-]+):(?:compile|runtime)(?: \(optional\))?$")
    with open(os.path.join(folder, "maven.txt"), encoding="utf-8") as tree:
        found = (line.search(entry.rstrip()) for entry in tree)
        return sorted({f"{m[1]}:{m[2]}@{m[3]}" for m in found if m and m[1] != "io.duckboard"})


def npm_packages(project):
    """All that the lock file pins, as name@version, and which of them reach people."""
    with open(f"{project}/package-lock.json", encoding="utf-8") as file:
        entries = json.load(file)["packages"]
    packages = {}
    for path, entry in entries.items():
        if path and "version" in entry:
            package = path.rpartition("node_modules/")[2] + "@" + entry["version"]
            packages[package] = packages.get(package, False) or (PROJECTS[project] and not entry.get("dev", False))
    return packages


def ask(path, body=None):
    request = urllib.request.Request(
        OSV + path, data=None if body is None else json.dumps(body).encode(), headers={"Content-Type": "application/json"}
    )
    with urllib.request.urlopen(request, timeout=SECONDS) as answer:
        return json.load(answer)


def of_osv(packages):
    """What OSV answers about packages, or None where it does not."""
    found = []
    try:
        for start in range(0, len(packages), BATCH):
            part = packages[start : start + BATCH]
            queries = [
                {"package": {"ecosystem": "Maven", "name": p.rpartition("@")[0]}, "version": p.rpartition("@")[2]}
                for p in part
            ]
            results = ask("/v1/querybatch", {"queries": queries})["results"]
            for package, result in zip(part, results, strict=True):
                found += [advisory(package, ask("/v1/vulns/" + v["id"])) for v in result.get("vulns", [])]
    except (OSError, ValueError, KeyError) as error:
        print(f"maven: {OSV} does not answer ({error}).")
        return None
    return found


def advisory(package, told):
    # GitHub's reviewers say low, moderate, high or critical; who says nothing may mean the worst.
    severity = told.get("database_specific", {}).get("severity", "critical").lower()
    return {"id": told["id"], "package": package, "severity": severity, "title": told.get("summary", "")}


def of_npm(folder, project, packages):
    """What npm's registry answers about a project, or None where it does not."""
    with open(f"{project}/package-lock.json", encoding="utf-8") as file:
        locked = json.load(file)["packages"]
    try:
        with open(os.path.join(folder, project.replace("/", "-") + ".json"), encoding="utf-8") as file:
            told = json.load(file)
        entries = told["vulnerabilities"]
    except (OSError, ValueError, KeyError):
        print(f"npm: its registry does not answer for {project}.")
        return None
    found = []
    for name, entry in entries.items():
        # A text is another package's name, which has an entry of its own.
        for via in (via for via in entry["via"] if isinstance(via, dict)):
            # Several versions of a name may be locked, and one of them affected.
            for package in sorted({f"{name}@{locked[node]['version']}" for node in entry["nodes"]} & set(packages)):
                found.append(
                    {
                        "id": via["url"].rpartition("/")[2],
                        "package": package,
                        "severity": via["severity"],
                        "title": via["title"],
                    }
                )
    return found


def settle(kind, packages, answer, kept):
    """The advisories to judge by, with a line that says where from; and what may be kept."""
    today = datetime.date.today().isoformat()
    if answer is not None:
        print(f"{kind}: asked today about {len(packages)} packages, {len(answer)} advisories.")
        return answer, {"asked": today, "packages": sorted(packages), "advisories": answer}
    unasked = set(packages) - set(kept["packages"])
    if kept["asked"] is None:
        print(f"{kind}: NOT ASKED about {len(packages)} packages, today or ever: {KEPT} has no answers.")
    else:
        print(
            f"{kind}: by {KEPT}, asked on {kept['asked']}; NOT ASKED about {len(unasked)} of {len(packages)} packages."
        )
    return [a for a in kept["advisories"] if a["package"] in packages], kept


def main():
    folder = sys.argv[1]
    with open(KEPT, encoding="utf-8") as file:
        kept = json.load(file)
    accepted = {(entry["id"], entry["package"]): entry["reason"] for entry in kept["accepted"]}
    shipped = dict.fromkeys(maven_packages(folder), True)
    if not shipped:
        sys.exit("maven: the tree of what is shipped is empty.")
    found, kept["maven"] = settle("maven", shipped, of_osv(list(shipped)), kept["maven"])
    locked, answers = {}, []
    for project in PROJECTS:
        packages = npm_packages(project)
        locked.update({p: locked.get(p, False) or ships for p, ships in packages.items()})
        answers.append(of_npm(folder, project, packages))
    answer = None if None in answers else [a for part in answers for a in part]
    npm_found, kept["npm"] = settle("npm", locked, answer, kept["npm"])
    failures = 0
    for each in {(a["id"], a["package"]): a for a in found + npm_found}.values():
        ships = shipped.get(each["package"], False) or locked.get(each["package"], False)
        reason = accepted.get((each["id"], each["package"].rpartition("@")[0]))
        fails = ships and each["severity"] in FAILING and reason is None
        failures += fails
        print(
            f"{'FAILS' if fails else 'known'}: {each['severity']} {each['id']} in {each['package']}"
            f"{'' if ships else ', which is not shipped'}: {each['title']}{f' Accepted: {reason}' if reason else ''}"
        )
    if sys.argv[2:] == ["--update"]:
        with open(KEPT, "w", encoding="utf-8") as file:
            json.dump(kept, file, indent=1)
            file.write("\n")
    if failures:
        sys.exit(f"Raise what is named, or accept it in {KEPT}: an entry of id, package (without version) and reason.")


if __name__ == "__main__":
    main()
