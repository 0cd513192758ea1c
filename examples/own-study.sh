#!/usr/bin/env bash
# A study of one's own: written from the template, checked, asked, reported.
set -euo pipefail
vlens=${VLENS:-$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)/vlens}
"$vlens" study new courage
"$vlens" study validate courage.yaml
"$vlens" run --study courage.yaml --report courage-report --quiet
