# Two people who are not there. Anna and Ben judge by a fixed rule on each item's name, with a slip now and then, so that the example runs
# by itself; their labels tell nothing. With real people leave this file out of run.sh: send the links that 'vlens annotate' prints, start
# 'vlens serve', and go on when they are done.

# A sheet is exported for each, filled in, and read back: what people do who judge without a connection.
people_judge() {
    local person
    for person in anna ben; do
        sheet "$1" "$person"
        # All criteria are met, but for items of some names, on which both agree, and slips, on which they don't.
        answer yes <"$person.jsonl" |
            no_where "$person" '"item": "[0-2]' correctness |
            no_where "$person" '"item": "[3-4]' plausibility >"$person-done.jsonl"
        vlens annotate import "$person-done.jsonl"
    done
}

people_code() {
    local person
    for person in anna ben; do
        sheet "$1" "$person"
        answer no <"$person.jsonl" |
            yes_where "$person" '"value": "(Social Justice|Helpful)' discrimination |
            yes_where "$person" '"value": "(Independent|Daring)' autonomy-violation |
            yes_where "$person" '"value": "(Authority|Respect for Tradition)' polarization >"$person-done.jsonl"
        vlens annotate import "$person-done.jsonl"
    done
}

# Each knows both countries of the pilot here; a person has one. The second sheet holds what the first did.
sheet() {
    local country
    for country in Philippines "United States"; do
        vlens annotate export --project "$1" --for "$2" --country "$country" --count 1000 "$2.jsonl" >/dev/null
    done
}

answer() { sed -E ":a; s/(\"answers\": \{[^}]*)null/\1\"$1\"/; ta"; }
no_where() { change "$1" "$2" "$3" yes no; }
yes_where() { change "$1" "$2" "$3" no yes; }

# Items whose line matches get the other answer to a question; a slip is an item whose name ends in a letter of one's own.
change() {
    local slip=e
    [ "$1" = anna ] || slip=f
    awk -v pattern="$2" -v question="$3" -v from="$4" -v to="$5" -v slip="$slip" '{
        match($0, /"item": "[0-9a-f]*"/)
        slips = substr($0, RSTART + RLENGTH - 2, 1) == slip
        if (($0 ~ pattern) != slips) sub("\"" question "\": \"" from "\"", "\"" question "\": \"" to "\"")
        print
    }'
}
