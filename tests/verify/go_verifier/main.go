// A second opinion on our log, by code that is not ours: Go's note and tlog packages, as the Go
// checksum database and its auditors use them. It knows nothing of this repository but the formats.
//
//	go_verifier LOG.vkey LOG-URL RECEIPT.tlog-proof
//
// checks the newest checkpoint, every leaf against the authenticated tiles, the receipt's inclusion
// under its own checkpoint, and that the newest tree begins with the receipt's.
package main

import (
	"encoding/base64"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

// Both formats count in tiles of 2^8.
const tileHeight = 8

func fetch(url string) ([]byte, error) {
	response, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("%s: %s", url, response.Status)
	}
	return io.ReadAll(response.Body)
}

// The tiles of a log. Go's paths name the height, those of C2SP do not.
type tiles struct{ log string }

func (t tiles) Height() int { return tileHeight }

func (t tiles) ReadTiles(wanted []tlog.Tile) ([][]byte, error) {
	var all [][]byte
	for _, tile := range wanted {
		bytes, err := fetch(t.log + "/" + strings.Replace(tile.Path(), "tile/8/", "tile/", 1))
		if err != nil {
			return nil, err
		}
		all = append(all, bytes)
	}
	return all, nil
}

func (t tiles) SaveTiles([]tlog.Tile, [][]byte) {}

// The tree that a checkpoint speaks of, once its signature is good.
func openCheckpoint(text string, key note.Verifier) (tlog.Tree, error) {
	opened, err := note.Open([]byte(text), note.VerifierList(key))
	if err != nil {
		return tlog.Tree{}, err
	}
	lines := strings.Split(opened.Text, "\n")
	if len(lines) != 4 || lines[0] != key.Name() {
		return tlog.Tree{}, errors.New("not a checkpoint of this log")
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	if err != nil {
		return tlog.Tree{}, err
	}
	root, err := tlog.ParseHash(lines[2])
	return tlog.Tree{N: size, Hash: root}, err
}

type receipt struct {
	leaf       []byte
	index      int64
	path       tlog.RecordProof
	checkpoint string
}

func parseReceipt(text string) (receipt, error) {
	head, checkpoint, _ := strings.Cut(text, "\n\n")
	lines := strings.Split(head, "\n")
	if len(lines) < 3 || lines[0] != "c2sp.org/tlog-proof@v1" {
		return receipt{}, errors.New("not a tlog-proof")
	}
	leaf, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(lines[1], "extra "))
	if err != nil {
		return receipt{}, err
	}
	index, err := strconv.ParseInt(strings.TrimPrefix(lines[2], "index "), 10, 64)
	if err != nil {
		return receipt{}, err
	}
	parsed := receipt{leaf: leaf, index: index, checkpoint: checkpoint}
	for _, line := range lines[3:] {
		hash, err := tlog.ParseHash(line)
		if err != nil {
			return receipt{}, err
		}
		parsed.path = append(parsed.path, hash)
	}
	return parsed, nil
}

// Every leaf of the tree, against hashes that Go has authenticated with the tree's root.
func checkLeaves(log string, tree tlog.Tree, hashes tlog.HashReader) error {
	for begin := int64(0); begin < tree.N; begin += 1 << tileHeight {
		tile := tlog.Tile{H: tileHeight, L: -1, N: begin >> tileHeight, W: 1 << tileHeight}
		if tree.N-begin < 1<<tileHeight {
			tile.W = int(tree.N - begin)
		}
		path := strings.Replace(tile.Path(), "tile/8/data/", "tile/entries/", 1)
		bundle, err := fetch(log + "/" + path)
		if err != nil {
			return err
		}
		for i := begin; i < begin+int64(tile.W); i++ {
			if len(bundle) < 2 || len(bundle) < 2+int(binary.BigEndian.Uint16(bundle)) {
				return fmt.Errorf("%s ends in the midst of a leaf", path)
			}
			end := 2 + int(binary.BigEndian.Uint16(bundle))
			stored, err := hashes.ReadHashes([]int64{tlog.StoredHashIndex(0, i)})
			if err != nil {
				return err
			}
			if stored[0] != tlog.RecordHash(bundle[2:end]) {
				return fmt.Errorf("leaf %d is not the one in the tree", i)
			}
			bundle = bundle[end:]
		}
		if len(bundle) != 0 {
			return fmt.Errorf("%s has more than its leaves", path)
		}
	}
	return nil
}

func verify(keyText, log, receiptText string) error {
	key, err := note.NewVerifier(strings.TrimSpace(keyText))
	if err != nil {
		return err
	}
	checkpoint, err := fetch(log + "/checkpoint")
	if err != nil {
		return err
	}
	newest, err := openCheckpoint(string(checkpoint), key)
	if err != nil {
		return fmt.Errorf("newest checkpoint: %w", err)
	}
	hashes := tlog.TileHashReader(newest, tiles{log})
	if err := checkLeaves(log, newest, hashes); err != nil {
		return err
	}
	held, err := parseReceipt(receiptText)
	if err != nil {
		return err
	}
	older, err := openCheckpoint(held.checkpoint, key)
	if err != nil {
		return fmt.Errorf("checkpoint of the receipt: %w", err)
	}
	leaf := tlog.RecordHash(held.leaf)
	if err := tlog.CheckRecord(held.path, older.N, older.Hash, held.index, leaf); err != nil {
		return fmt.Errorf("inclusion: %w", err)
	}
	proof, err := tlog.ProveTree(newest.N, older.N, hashes)
	if err != nil {
		return err
	}
	if err := tlog.CheckTree(proof, newest.N, newest.Hash, older.N, older.Hash); err != nil {
		return fmt.Errorf("consistency: %w", err)
	}
	fmt.Printf("%d leaves, receipt %d of %d\n", newest.N, held.index, older.N)
	return nil
}

func main() {
	if len(os.Args) != 4 {
		fmt.Fprintln(os.Stderr, "usage: go_verifier LOG.vkey LOG-URL RECEIPT.tlog-proof")
		os.Exit(2)
	}
	key, err := os.ReadFile(os.Args[1])
	if err == nil {
		var held []byte
		held, err = os.ReadFile(os.Args[3])
		if err == nil {
			err = verify(string(key), os.Args[2], string(held))
		}
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "go_verifier:", err)
		os.Exit(1)
	}
}
