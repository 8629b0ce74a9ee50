package org.code.aiproxy.grading.injection;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;

/**
 * The words of all {@link Concept}s as one tree of letters, so that a text is looked up in it in
 * one walk, whatever the number of words.
 */
final class Words {

    /** Where nothing leads. */
    static final int NOWHERE = -1;

    /** Where each walk begins. */
    static final int ROOT = 0;

    private static final int CHAR_BITS = 16;

    /** Children by parent and letter, in a table with open addressing. */
    private int[] keys = new int[1 << 12];

    private int[] children = new int[1 << 12];
    private long[] whole = new long[1 << 10];
    private long[] beginning = new long[1 << 10];
    private int nodes = 1;

    private Words() {
        Arrays.fill(keys, NOWHERE);
    }

    /** The words of {@code vocabulary.txt}. */
    static Words ofTheVocabulary() {
        Words words = new Words();
        vocabulary()
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .forEach(words::addGroup);
        return words;
    }

    private static String vocabulary() {
        try (InputStream in = Words.class.getResourceAsStream("vocabulary.txt")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void addGroup(String line) {
        int colon = line.indexOf(':');
        long concept = Concept.valueOf(line.substring(0, colon)).bit();
        for (String entry : line.substring(colon + 1).split(",", -1)) {
            add(Letters.plain(entry.strip()).toLowerCase(Locale.ROOT), concept);
        }
    }

    private void add(String entry, long concept) {
        boolean isBeginning =
                entry.endsWith("*") || Letters.hasNoSpaces(entry.charAt(entry.length() - 1));
        String word = entry.replace("*", "");
        int node = ROOT;
        for (int i = 0; i < word.length(); i++) {
            int next = child(node, word.charAt(i));
            node = next == NOWHERE ? addChild(node, word.charAt(i)) : next;
        }
        long[] said = isBeginning ? beginning : whole;
        said[node] |= concept;
    }

    private int addChild(int parent, char letter) {
        if (nodes == whole.length) {
            whole = Arrays.copyOf(whole, nodes * 2);
            beginning = Arrays.copyOf(beginning, nodes * 2);
        }
        if (nodes * 2 > keys.length) {
            grow();
        }
        put((parent << CHAR_BITS) | letter, nodes);
        return nodes++;
    }

    private void grow() {
        int[] oldKeys = keys;
        int[] oldChildren = children;
        keys = new int[oldKeys.length * 2];
        children = new int[oldKeys.length * 2];
        Arrays.fill(keys, NOWHERE);
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != NOWHERE) {
                put(oldKeys[i], oldChildren[i]);
            }
        }
    }

    private void put(int key, int child) {
        int slot = slot(key);
        keys[slot] = key;
        children[slot] = child;
    }

    private int slot(int key) {
        int slot = ((key * 0x9E3779B1) >>> 7) & (keys.length - 1);
        while (keys[slot] != key && keys[slot] != NOWHERE) {
            slot = (slot + 1) & (keys.length - 1);
        }
        return slot;
    }

    /** Where a letter leads from a node; {@link #NOWHERE} if no word goes on so. */
    int child(int node, char letter) {
        int slot = slot((node << CHAR_BITS) | letter);
        return keys[slot] == NOWHERE ? NOWHERE : children[slot];
    }

    /** The concepts of words that end at a node. */
    long whole(int node) {
        return whole[node];
    }

    /** The concepts of all words that begin with the letters up to a node. */
    long beginning(int node) {
        return beginning[node];
    }
}
