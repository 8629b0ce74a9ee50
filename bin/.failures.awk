# Prints the failed tests in Surefire's reports (TEST-*.xml): class, method, and how its message begins.
# With -v flaky=1, those that passed when they were run again.

function text(line, attribute,   value) {
  if (!match(line, " " attribute "=\"[^\"]*\"")) {
    return ""
  }
  value = substr(line, RSTART + length(attribute) + 3, RLENGTH - length(attribute) - 4)
  gsub(/&#1[03];/, " ", value)
  gsub(/&quot;/, "\"", value)
  gsub(/&apos;/, "'", value)
  gsub(/&lt;/, "<", value)
  gsub(/&gt;/, ">", value)
  gsub(/&amp;/, "\\&", value)
  gsub(/[[:space:]]+/, " ", value)
  return value
}

FNR == 1 { test = "" }
/^ *<testcase / { test = $0; isTold = 0 }
/^ *<(failure|error|flakyFailure|flakyError)[ >]/ {
  isFlaky = /<flaky/ ? 1 : 0
  if (test != "" && !isTold && isFlaky == flaky) {
    name = text(test, "name")
    printf "  %s%s: %s\n", text(test, "classname"), name == "" ? "" : "." name,
      substr(text($0, "type") ": " text($0, "message"), 1, 300)
    isTold = 1
  }
}
