// Prints the rules of gitleaks' own configuration as JSON: each pattern as JavaScript writes it, its keywords, the least entropy
// that it asks for, and texts with RE2's verdict on them, by which `generateShapes.mjs` checks the translation.
package main

import (
	"encoding/json"
	"fmt"
	"math/rand"
	"os"
	"regexp"
	"regexp/syntax"
	"strings"

	"github.com/pelletier/go-toml/v2"
)

type configuration struct {
	Rules []struct {
		ID       string   `toml:"id"`
		Regex    string   `toml:"regex"`
		Path     string   `toml:"path"`
		Entropy  float64  `toml:"entropy"`
		Keywords []string `toml:"keywords"`
	} `toml:"rules"`
}

type sample struct {
	Text    string `json:"text"`
	Matches bool   `json:"matches"`
}

type shape struct {
	ID       string   `json:"id"`
	Source   string   `json:"source"`
	Path     string   `json:"path"`
	Pattern  string   `json:"pattern"`
	Problem  string   `json:"problem"`
	Keywords []string `json:"keywords"`
	Entropy  float64  `json:"entropy"`
	Samples  []sample `json:"samples"`
}

// The ways in which these rules say that a token is at its end. A text of a log may go on with any other sign.
var ends = []string{
	"(?:[\\x60'\"\\s;]|\\\\[nr]|$|\\b)",
	"(?:[\\x60'\"\\s;]|\\\\[nr]|$)",
	"(?:$|[\\\\'\"\\x60\\s<),])",
	"(?:[^a-zA-Z0-9+/]|\\z)",
	"(?:[^\\w-]|\\z)",
	"(?:[\\/|\\#|\\?|:]|$)",
}

// What an open repetition is bounded by: no token is longer.
const longest = 4000

func main() {
	text, err := os.ReadFile(os.Args[1])
	if err != nil {
		panic(err)
	}
	var read configuration
	if err := toml.Unmarshal(text, &read); err != nil {
		panic(err)
	}
	shapes := []shape{}
	for _, rule := range read.Rules {
		if rule.Regex == "" {
			continue
		}
		shapes = append(shapes, translate(shape{ID: rule.ID, Source: rule.Regex, Path: rule.Path, Keywords: rule.Keywords, Entropy: rule.Entropy}))
	}
	output := json.NewEncoder(os.Stdout)
	output.SetEscapeHTML(false)
	if err := output.Encode(shapes); err != nil {
		panic(err)
	}
}

func translate(rule shape) shape {
	source, isBounded := rule.Source, false
	for _, end := range ends {
		if !isBounded && strings.HasSuffix(source, end) {
			source, isBounded = strings.TrimSuffix(source, end), true
		}
	}
	tree, err := syntax.Parse(source, syntax.Perl)
	if err != nil {
		rule.Problem = err.Error()
		return rule
	}
	secret := secretOf(tree)
	pattern := write(tree, secret)
	if isBounded {
		pattern += `(?!\w)`
	}
	if strings.HasPrefix(pattern, `\b`) {
		pattern = strings.TrimPrefix(pattern, `\b`)
	}
	if secret == 0 || strings.HasPrefix(pattern, "(?<secret>") {
		pattern = "(?<![A-Za-z0-9])" + pattern
	}
	rule.Pattern = pattern
	rule.Samples = samplesOf(rule.Source, tree)
	return rule
}

// The number of the group that is the secret: the only one that is not within another or in an alternative. 0 is the whole match.
func secretOf(tree *syntax.Regexp) int {
	parts := []*syntax.Regexp{tree}
	if tree.Op == syntax.OpConcat {
		parts = tree.Sub
	}
	found := 0
	for _, part := range parts {
		if part.Op == syntax.OpCapture {
			if found > 0 {
				return 0
			}
			found = part.Cap
		}
	}
	return found
}

func write(tree *syntax.Regexp, secret int) string {
	all := func(between string) string {
		parts := []string{}
		for _, part := range tree.Sub {
			text := write(part, secret)
			if between == "" && part.Op == syntax.OpAlternate {
				text = "(?:" + text + ")"
			}
			parts = append(parts, text)
		}
		return strings.Join(parts, between)
	}
	one := func() string {
		part := tree.Sub[0]
		text := write(part, secret)
		single := part.Op == syntax.OpCharClass || part.Op == syntax.OpAnyChar || part.Op == syntax.OpAnyCharNotNL ||
			(part.Op == syntax.OpLiteral && len(part.Rune) == 1) || part.Op == syntax.OpCapture
		if single {
			return text
		}
		return "(?:" + text + ")"
	}
	lazy := ""
	if tree.Flags&syntax.NonGreedy != 0 {
		lazy = "?"
	}
	switch tree.Op {
	case syntax.OpEmptyMatch:
		return ""
	case syntax.OpLiteral:
		text := ""
		for _, letter := range tree.Rune {
			text += writeLiteral(letter, tree.Flags&syntax.FoldCase != 0)
		}
		return text
	case syntax.OpCharClass:
		return writeClass(tree.Rune)
	case syntax.OpAnyChar:
		return `[^]`
	case syntax.OpAnyCharNotNL:
		return `.`
	case syntax.OpBeginText, syntax.OpBeginLine:
		return `^`
	case syntax.OpEndText, syntax.OpEndLine:
		return `$`
	case syntax.OpWordBoundary:
		return `\b`
	case syntax.OpNoWordBoundary:
		return `\B`
	case syntax.OpCapture:
		if tree.Cap == secret {
			return "(?<secret>" + write(tree.Sub[0], secret) + ")"
		}
		return "(?:" + write(tree.Sub[0], secret) + ")"
	case syntax.OpStar:
		return fmt.Sprintf("%s{0,%d}%s", one(), longest, lazy)
	case syntax.OpPlus:
		return fmt.Sprintf("%s{1,%d}%s", one(), longest, lazy)
	case syntax.OpQuest:
		return one() + "?" + lazy
	case syntax.OpRepeat:
		if tree.Min == tree.Max {
			return fmt.Sprintf("%s{%d}", one(), tree.Min)
		}
		most := tree.Max
		if most < 0 {
			most = longest
		}
		return fmt.Sprintf("%s{%d,%d}%s", one(), tree.Min, most, lazy)
	case syntax.OpConcat:
		return all("")
	case syntax.OpAlternate:
		return all("|")
	}
	panic("no such part: " + tree.String())
}

func writeLiteral(letter rune, fold bool) string {
	lower, upper := strings.ToLower(string(letter)), strings.ToUpper(string(letter))
	if fold && lower != upper && letter < 128 {
		return "[" + upper + lower + "]"
	}
	if strings.ContainsRune(`\^$.*+?()[]{}|/`, letter) {
		return `\` + string(letter)
	}
	return writeRune(letter)
}

func writeRune(letter rune) string {
	if letter < 32 || letter > 126 {
		return fmt.Sprintf(`\u%04x`, min(letter, 0xffff))
	}
	return string(letter)
}

func inClass(letter rune) string {
	if strings.ContainsRune(`\^]-[`, letter) {
		return `\` + string(letter)
	}
	return writeRune(letter)
}

// Folding adds two letters beyond ASCII, which no token contains.
func writeClass(runes []rune) string {
	text := ""
	for index := 0; index < len(runes); index += 2 {
		from, to := runes[index], runes[index+1]
		switch {
		case from == to && (from == 0x17f || from == 0x212a):
		case from > 0xffff:
		case from == to:
			text += inClass(from)
		default:
			text += inClass(from) + "-" + inClass(to)
		}
	}
	switch text {
	case "0-9A-Z_a-z":
		return `\w`
	case "0-9":
		return `\d`
	case `\u0009-\u000a\u000c-\u000d `:
		return `[\t\n\f\r ]`
	}
	return "[" + text + "]"
}

// Texts that the pattern describes, and the same with a sign too few, too many or another one, with RE2's verdict on each.
func samplesOf(source string, tree *syntax.Regexp) []sample {
	judge := regexp.MustCompile(source)
	random := rand.New(rand.NewSource(1))
	samples := []sample{}
	for round := 0; round < 12; round++ {
		made := makeText(tree, random)
		at := random.Intn(len(made))
		for _, text := range []string{made, made[:at] + made[at+1:], made + "x", made[:at] + "!" + made[at+1:]} {
			for _, whole := range []string{text, "key=\"" + text + "\" "} {
				samples = append(samples, sample{Text: whole, Matches: judge.MatchString(whole)})
			}
		}
	}
	return samples
}

func makeText(tree *syntax.Regexp, random *rand.Rand) string {
	repeat := func(least, most int) string {
		text := ""
		for count := least + random.Intn(max(1, min(most, least+4)-least+1)); count > 0; count-- {
			text += makeText(tree.Sub[0], random)
		}
		return text
	}
	switch tree.Op {
	case syntax.OpLiteral:
		return string(tree.Rune)
	case syntax.OpCharClass:
		return string(pickRune(tree.Rune, random))
	case syntax.OpAnyChar, syntax.OpAnyCharNotNL:
		return "a"
	case syntax.OpCapture:
		return makeText(tree.Sub[0], random)
	case syntax.OpStar:
		return repeat(0, 4)
	case syntax.OpPlus:
		return repeat(1, 4)
	case syntax.OpQuest:
		return repeat(0, 1)
	case syntax.OpRepeat:
		most := tree.Max
		if most < 0 {
			most = tree.Min + 4
		}
		return repeat(tree.Min, most)
	case syntax.OpConcat:
		text := ""
		for _, part := range tree.Sub {
			text += makeText(part, random)
		}
		return text
	case syntax.OpAlternate:
		return makeText(tree.Sub[random.Intn(len(tree.Sub))], random)
	}
	return ""
}

// A printable ASCII character of a class, where it has one.
func pickRune(runes []rune, random *rand.Rand) rune {
	letters := []rune{}
	for letter := rune(33); letter < 127; letter++ {
		for index := 0; index < len(runes); index += 2 {
			if runes[index] <= letter && letter <= runes[index+1] {
				letters = append(letters, letter)
			}
		}
	}
	if len(letters) == 0 {
		return runes[0]
	}
	return letters[random.Intn(len(letters))]
}
