// Answers each record of standard input with what compose-go («compose» as the first argument) or docker/cli («docker») makes
// of it; -1 where they fail. Further arguments, NAME=VALUE, are the environment. A record is a length, a line end, and as many
// bytes; an answer is a count, and for each variable its name and its value as such records.
//
// The tests compare with readings that this program gave, and with the program itself where STANCH_TEST_GO_DOTENV names it:
//
//	go mod init reader && go mod tidy && go build -o reader .
package main

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"os"
	"sort"
	"strings"

	"github.com/compose-spec/compose-go/v2/dotenv"
	"github.com/docker/cli/pkg/kvfile"
)

func main() {
	env := map[string]string{}
	for _, pair := range os.Args[2:] {
		k, v, _ := strings.Cut(pair, "=")
		env[k] = v
	}
	lookup := func(k string) (string, bool) { v, ok := env[k]; return v, ok }
	in := bufio.NewReaderSize(os.Stdin, 1<<20)
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	for {
		var n int
		if _, err := fmt.Fscanf(in, "%d\n", &n); err != nil {
			return
		}
		data := make([]byte, n)
		if _, err := io.ReadFull(in, data); err != nil {
			panic(err)
		}
		vars := map[string]string{}
		var err error
		if os.Args[1] == "compose" {
			vars, err = dotenv.ParseWithLookup(bytes.NewReader(data), lookup)
		} else {
			var lines []string
			lines, err = kvfile.ParseFromReader(bytes.NewReader(data), lookup)
			for _, line := range lines {
				k, v, _ := strings.Cut(line, "=")
				vars[k] = v
			}
		}
		if err != nil {
			fmt.Fprintf(out, "-1\n")
			continue
		}
		keys := []string{}
		for k := range vars {
			keys = append(keys, k)
		}
		sort.Strings(keys)
		fmt.Fprintf(out, "%d\n", len(keys))
		for _, k := range keys {
			fmt.Fprintf(out, "%d\n%s%d\n%s", len(k), k, len(vars[k]), vars[k])
		}
	}
}
