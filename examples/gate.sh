#!/usr/bin/env bash
# A gate for continuous integration: a candidate is measured beside the last release, and fails where it acts less as it
# speaks than before, by more than noise explains. The outcome is in gate.xml, the differences in forest.svg.
set -euo pipefail
vlens=${VLENS:-$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)/vlens}
release=${RELEASE:-simulated/release?gap=0.1}
candidate=${CANDIDATE:-simulated/candidate?gap=0.1}
for model in "$release" "$candidate"; do
    "$vlens" run --model "$model" --no-report --quiet >/dev/null
done
"$vlens" compare "$release" "$candidate" --figure forest.svg --junit gate.xml \
    --fail-if 'inconsistent clearly rises 0.02' --fail-if 'kappa clearly drops 0.05'
