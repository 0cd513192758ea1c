#!/usr/bin/env bash
# Two simulated respondents, one that acts as it speaks and one that often does not, in one store.
set -euo pipefail
vlens=${VLENS:-$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)/vlens}
for gap in 0.02 0.4; do
    "$vlens" run --model "simulated/gap-$gap?gap=$gap" --no-report --quiet >/dev/null
    "$vlens" measure --run "simulated/gap-$gap?gap=$gap" --json >"gap-$gap.json"
    echo "gap $gap: alignment rate $(grep -m1 -A2 '"overall"' "gap-$gap.json" | grep -o '"f1_disagree": [0-9.]*' | cut -d' ' -f2)"
done
"$vlens" compare "simulated/gap-0.02?gap=0.02" "simulated/gap-0.4?gap=0.4"
