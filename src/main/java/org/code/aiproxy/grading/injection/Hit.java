package org.code.aiproxy.grading.injection;

/**
 * A word of the vocabulary in a reading.
 *
 * @param concepts what it does, one bit for each {@link Concept}
 * @param position where it stands, in half words
 * @param start its first character
 * @param end the character behind its last one
 * @param joined whether it was in pieces
 */
record Hit(long concepts, int position, int start, int end, boolean joined) {}
