#!/usr/bin/env bash
# The whole method, from nothing to a paper: actions are generated, judged and selected, two respondents are asked, measured and compared,
# their gaps are coded for risk, what they state is predicted from what they chose, and all of it is written up.
# It works in the current folder and can be stopped: the same command goes on where it was.
#
# usage: run.sh            (VLENS=path/to/vlens where it is not in this clone)
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
vlens() { "${VLENS:-$here/../../vlens}" "$@"; }

# THE ONE LINE TO CHANGE: who writes the actions, judges them, answers (two), codes gaps and observes. With real models, such as
# cast=(openai/gpt-4o anthropic/claude-sonnet-4-20250514 openai/gpt-4o-mini google/gemini-2.5-flash mistral/mistral-large-latest openai/gpt-4o)
cast=('simulated/generator?seed=1' 'simulated/judge?accuracy=0.9&seed=1' 'simulated/first?gap=0.1&seed=1' 'simulated/second?gap=0.35&seed=2' 'simulated/judge?accuracy=0.85&seed=3' 'simulated/observer?skill=0.7&explanation=0.15&mask=0.1')

writer=${cast[0]} judge=${cast[1]} first=${cast[2]} second=${cast[3]} coder=${cast[4]} observer=${cast[5]}
. "$here/people.sh"
step() { printf '\n== %s\n' "$*"; }
# Commands end with 3 where some questions have no answer, which their own lines tell: no reason to stop here.
some_missing_is_fine() { "$@" || [ $? = 3 ]; }

step "1. generate: a few cells under all eight prompt variants"
some_missing_is_fine vlens generate --model "$writer" --pilot 5 --rounds 6 --out pilot.jsonl --quiet

step "2. judge: two people, and a model beside them"
vlens annotate --project pilot --items pilot.jsonl --people anna,ben --overlap 2 --no-serve
people_judge pilot
some_missing_is_fine vlens judge --project pilot --model "$judge" --quiet

step "3. select: the prompt variant whose actions people find best"
vlens agreement --project pilot --by variant --tables agreement --json >agreement.json
best=$(awk '/"ranking"/ { found = 1 } found && /"variant"/ { gsub(/[^0-9]/, ""); print; exit }' agreement.json)
echo "variant $best"
some_missing_is_fine vlens generate --model "$writer" --variants "$best" --rounds 8 --out actions.jsonl --quiet
vlens dataset check actions.jsonl
vlens dataset card actions.jsonl --out dataset --project pilot

step "4. ask: both tasks, both respondents"
for respondent in "$first" "$second"; do
    some_missing_is_fine vlens run --actions actions.jsonl --model "$respondent" --no-report --quiet
done

step "5. measure, and test the instrument"
vlens measure --run "$first"
vlens measure --run "$second"
vlens calibrate --gaps 0,0.4 --biases base-rate --subjects 4 --simulations 0 --worlds none --draws 200 >calibration.txt
tail -n 12 calibration.txt

step "6. compare"
vlens compare "$first" "$second" --report comparison

step "7. risks: gaps are coded by two people, a lexicon and a model"
vlens risks start --project gaps --run "$first" --run "$second" --people anna,ben
vlens risks lexicon --project gaps
people_code gaps
some_missing_is_fine vlens judge --project gaps --model "$coder" --quiet
vlens risks --project gaps --tables risks --html risks.html

step "8. predict: what is stated, from what was chosen"
number=0
for respondent in "$first" "$second"; do
    number=$((number + 1))
    some_missing_is_fine vlens predict --run "$respondent" --model "$observer" --mask-value --quiet --tables "prediction-$number"
done
vlens predict --warn --run "$second" --learn-from "$first" --tables warnings

step "9. write up"
# One of the tables of a file.
table() { awk -v wanted="$1" '/\\begin{table/ { number++ } number == wanted' "$2"; }
# The same under a name by which the text speaks of it.
named() { sed "s/\\\\label{[^}]*}/\\\\label{tab:$1}/"; }
vlens report --run "$first" --latex first
vlens report --run "$second" --latex second
vlens report --bundle report --run "$first" --run "$second"
mkdir -p paper
for folder in first second; do
    # The sentence that a report begins with, and its first table.
    sed -n 's/^\\noindent //p' $folder/main.tex >paper/$folder-headline.tex
    table 1 $folder/tables.tex | named $folder >paper/$folder.tex
done
table 1 comparison/tables.tex >paper/runs.tex
table 1 risks/risks.tex | named risks >paper/taxonomy.tex
table 2 risks/risks.tex | named examples >paper/examples.tex
for number in 1 2; do table 1 prediction-$number/prediction.tex | named prediction-$number >paper/prediction-$number.tex; done
case $first in
simulated/*) echo "The respondents are simulated: nothing here tells anything about a model." >paper/note.tex ;;
*) : >paper/note.tex ;;
esac
cp "$here/paper.tex" paper.tex
if command -v pdflatex >/dev/null; then
    set_paper() { pdflatex -interaction=nonstopmode -halt-on-error paper.tex >paper.log || { tail -n 30 paper.log >&2; exit 1; }; }
    set_paper
    bibtex paper >/dev/null || true
    set_paper
    set_paper
    echo "paper: $PWD/paper.pdf"
else
    echo "paper: $PWD/paper.tex (no pdflatex here to set it)"
fi
echo "report: $PWD/report/index.html"
