#!/usr/bin/env bash
# What the GitHub action runs. Inputs come as INPUT_* variables and are only ever quoted words, never code.
# Standard output: annotations. GITHUB_STEP_SUMMARY: the summary. GITHUB_OUTPUT: sarif=FILE. The exit code is kehoach's.
set -euo pipefail

sarif="${INPUT_SARIF:-}"
if [[ -z "$sarif" ]]; then
  sarif="$RUNNER_TEMP/kehoach.sarif"
fi
case "$sarif" in
  *$'\n'* | *$'\r'*)
    echo "kehoach: the name of the SARIF file has a line break" >&2
    exit 2
    ;;
esac

summary="$(mktemp "$RUNNER_TEMP/kehoach-XXXXXX")"
trap 'rm -f -- "$summary"' EXIT

words=(validate --format github --format "sarif=$sarif" --format "markdown=$summary" --force "--fail-on=${INPUT_FAIL_ON:-error}")
[[ -z "${INPUT_STAGE:-}" ]] || words+=("--stage=$INPUT_STAGE")
[[ -z "${INPUT_LANG:-}" ]] || words+=("--lang=$INPUT_LANG")
[[ -z "${INPUT_BASELINE:-}" ]] || words+=("--baseline=$INPUT_BASELINE")
[[ -z "${INPUT_CHANGED_SINCE:-}" ]] || words+=("--changed-since=$INPUT_CHANGED_SINCE")
words+=(--)
while IFS= read -r path || [[ -n "$path" ]]; do
  path="${path%$'\r'}"
  [[ -z "$path" ]] || words+=("$path")
done <<< "${INPUT_PATHS:-}"

code=0
"${KEHOACH_PYTHON:-python3}" -P -m kehoach "${words[@]}" || code=$?

cat -- "$summary" >> "$GITHUB_STEP_SUMMARY"
if ((code <= 1)); then
  printf 'sarif=%s\n' "$sarif" >> "$GITHUB_OUTPUT"
fi
exit "$code"
