"""slurm_test BINARY ROOT - a sample, and a batch, spread by a Slurm job array, one part of it killed and requeued, gives the same answer.

Starts a cluster of its own on this host, in a folder of its own: munged, slurmctld and slurmd, as root. Where they are not installed, or
this is not root, it is skipped (exit status 77)."""
import os
import pathlib
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time

BINARY, ROOT = (pathlib.Path(word).resolve() for word in sys.argv[1:3])
CASE = ROOT / "cases/northern-territories.toml"
PARTS = 4
VARIANTS = 2400
CASES = 12
NEEDED = ["munged", "slurmctld", "slurmd", "sbatch", "squeue", "scontrol"]
PATH = os.environ["PATH"] + ":/usr/sbin:/sbin"


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


def wait_for(what, seconds, said):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        found = what()
        if found:
            return found
        time.sleep(0.3)
    sys.exit(f"slurm_test: {said} did not come about within {seconds} s")


class Cluster:
    def __init__(self, folder):
        self.folder = folder
        self.started = []
        self.env = dict(os.environ, PATH=PATH, SLURM_CONF=str(folder / "slurm.conf"))

    def configure(self):
        for name in ["state", "spool", "out"]:
            (self.folder / name).mkdir()
        key = self.folder / "munge.key"
        key.write_bytes(os.urandom(128))
        key.chmod(0o600)
        host = socket.gethostname().split(".")[0]
        (self.folder / "slurm.conf").write_text(f"""
ClusterName=entente
SlurmctldHost={host}(127.0.0.1)
SlurmctldPort={free_port()}
SlurmdPort={free_port()}
SlurmUser=root
SlurmdUser=root
AuthType=auth/munge
AuthInfo=socket={self.folder}/munge.socket,cred_expire=5
StateSaveLocation={self.folder}/state
SlurmdSpoolDir={self.folder}/spool
SlurmctldPidFile={self.folder}/slurmctld.pid
SlurmdPidFile={self.folder}/slurmd.pid
SlurmctldLogFile={self.folder}/slurmctld.log
SlurmdLogFile={self.folder}/slurmd.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
MpiDefault=none
ReturnToService=2
RequeueExit=137
MailProg=/bin/true
NodeName={host} NodeAddr=127.0.0.1 CPUs=2 State=UNKNOWN
PartitionName=all Nodes={host} Default=YES State=UP OverSubscribe=NO
""")

    def daemon(self, *words):
        log = open(self.folder / (words[0] + ".out"), "w")
        self.started.append(subprocess.Popen(words, env=self.env, stdout=log, stderr=log))

    def start(self):
        self.daemon("munged", "--foreground", "--force", f"--socket={self.folder}/munge.socket", f"--key-file={self.folder}/munge.key",
                    f"--pid-file={self.folder}/munged.pid", f"--log-file={self.folder}/munged.log", f"--seed-file={self.folder}/munged.seed")
        wait_for(lambda: (self.folder / "munge.socket").exists(), 20, "munged")
        self.daemon("slurmctld", "-D", "-i")
        self.daemon("slurmd", "-D")
        wait_for(lambda: "idle" in self.run("sinfo", "-h", "-o", "%T", check=False), 60, "an idle node")

    def stop(self):
        for process in reversed(self.started):
            process.terminate()
        for process in self.started:
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()

    def run(self, *words, check=True):
        done = subprocess.run(words, env=self.env, text=True, capture_output=True)
        if check and done.returncode != 0:
            sys.exit(f"slurm_test: {words}: {done.stdout}{done.stderr}")
        return done.stdout


def submit(cluster, name, command):
    """A part a task, to the file NAME-K."""
    job = cluster.folder / f"{name}.sh"
    job.write_text(f"""#!/bin/sh
#SBATCH --array=1-{PARTS}
#SBATCH --ntasks=1 --cpus-per-task=1
#SBATCH --requeue
#SBATCH --open-mode=append
#SBATCH --output={cluster.folder}/out/{name}-%a.log
echo begun "$SLURM_RESTART_COUNT"
{BINARY} {command} --part "$SLURM_ARRAY_TASK_ID/{PARTS}" -o {cluster.folder}/{name}-"$SLURM_ARRAY_TASK_ID"
""")
    return cluster.run("sbatch", "--parsable", str(job)).strip()


def running_part():
    """The process of a running part of ours; none where there is none yet."""
    for entry in pathlib.Path("/proc").iterdir():
        try:
            words = (entry / "cmdline").read_bytes().split(b"\0")
        except OSError:
            continue
        if words[0] == str(BINARY).encode() and b"--part" in words:
            return int(entry.name), words[words.index(b"--part") + 1].decode().split("/")[0]
    return None


def spread(cluster, name, command):
    """The files of all parts, one of which was killed on the way."""
    job = submit(cluster, name, command)
    process, part = wait_for(running_part, 60, "a running part")
    time.sleep(1)
    os.kill(process, signal.SIGKILL)
    wait_for(lambda: not cluster.run("squeue", "-h", "-j", job, check=False).strip(), 600, "the end of the array")
    begun = (cluster.folder / "out" / f"{name}-{part}.log").read_text()
    assert begun.count("begun") == 2, f"part {part} of {name} was not requeued: {begun}"
    print(f"{name}: part {part} killed and requeued")
    return [cluster.folder / f"{name}-{i}" for i in range(1, PARTS + 1)]


def answered(*words):
    return subprocess.run([BINARY, *words], text=True, capture_output=True, check=True).stdout


def main():
    if os.geteuid() != 0 or not all(shutil.which(name, path=PATH) for name in NEEDED):
        print("skipped: not root, or no slurm-wlm and munge here")
        sys.exit(77)
    folder = pathlib.Path(tempfile.mkdtemp(prefix="entente-slurm-"))
    cluster = Cluster(folder)
    cluster.configure()
    try:
        cluster.start()
        sample = ["sample", str(CASE), "--variants", str(VARIANTS), "--seed", "1"]
        assert answered("sample", "--merge", *spread(cluster, "sample", " ".join(sample))) == answered(*sample), "the merged answer is another"
        listed = folder / "list.txt"
        listed.write_text(f"{CASE}\nmissing.toml\n" * CASES)
        batch = ["batch", str(listed), "sample", "--variants", "200"]
        parts = spread(cluster, "batch", " ".join(batch))
        assert "".join(part.read_text() for part in parts) == answered(*batch), "the parts one after another are not the whole"
        assert not list(folder.glob(".entente*.part")), "a half file"
        print(f"{PARTS} parts merged are the whole")
    finally:
        cluster.stop()
        shutil.rmtree(folder, ignore_errors=True)


main()
