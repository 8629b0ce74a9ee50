package org.code.aiproxy.textfile;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The encodings that a file itself tells with certainty: by its byte order mark, by the zero bytes
 * that plain letters have in UTF-16, or, for UTF-8, by being valid.
 */
enum Encoding {
    UTF_32LE(Charset.forName("UTF-32LE"), "FFFE0000"),
    UTF_32BE(Charset.forName("UTF-32BE"), "0000FEFF"),
    UTF_16LE(StandardCharsets.UTF_16LE, "FFFE"),
    UTF_16BE(StandardCharsets.UTF_16BE, "FEFF"),
    UTF_8_WITH_MARK(StandardCharsets.UTF_8, "EFBBBF"),
    UTF_16LE_WITHOUT_MARK(StandardCharsets.UTF_16LE, ""),
    UTF_16BE_WITHOUT_MARK(StandardCharsets.UTF_16BE, ""),
    UTF_8(StandardCharsets.UTF_8, "");

    private final Charset charset;

    /** The byte order mark, in hexadecimal; empty where there is none. */
    private final String mark;

    Encoding(Charset charset, String mark) {
        this.charset = charset;
        this.mark = mark;
    }

    Charset charset() {
        return charset;
    }

    /** The number of bytes that the byte order mark takes. */
    int markLength() {
        return mark.length() / 2;
    }

    static Encoding of(byte[] bytes) {
        return Arrays.stream(values())
                .filter(encoding -> !encoding.mark.isEmpty() && encoding.marks(bytes))
                .findFirst()
                .orElseGet(() -> withoutMark(bytes));
    }

    private boolean marks(byte[] bytes) {
        return bytes.length >= markLength()
                && HexFormat.of().withUpperCase().formatHex(bytes, 0, markLength()).equals(mark);
    }

    /** No text in UTF-8 has a zero byte; in UTF-16 every second byte of plain letters is one. */
    private static Encoding withoutMark(byte[] bytes) {
        int[] zeros = new int[2];
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == 0) {
                zeros[i % 2]++;
            }
        }
        int most = bytes.length / 4;
        if (bytes.length % 2 == 0 && zeros[0] == 0 && zeros[1] > most) {
            return UTF_16LE_WITHOUT_MARK;
        }
        if (bytes.length % 2 == 0 && zeros[1] == 0 && zeros[0] > most) {
            return UTF_16BE_WITHOUT_MARK;
        }
        return UTF_8;
    }
}
