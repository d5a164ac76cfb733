"""The files of the repository, for tests that read them."""
import subprocess


def listed(root):
    """Their paths; where there is no git, all but what is built."""
    found = subprocess.run(["git", "-C", root, "ls-files", "-co", "--exclude-standard"], capture_output=True, text=True)
    if found.returncode == 0 and found.stdout:
        return [f for f in found.stdout.splitlines() if (root / f).is_file()]
    return [str(f.relative_to(root)) for f in root.rglob("*") if f.is_file() and not {"build", "node_modules", ".git"} & set(f.parts)]
