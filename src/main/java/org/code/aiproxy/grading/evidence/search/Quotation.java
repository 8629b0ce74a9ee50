package org.code.aiproxy.grading.evidence.search;

/** How much of the code that it means a snippet quotes. */
enum Quotation {
    WHOLE,

    /** Its beginning, as in {@code rect(10, 20...}. */
    CUT_OFF,

    /** A statement without what it holds, as in <code>if (x) { ... }</code>. */
    ELIDED_BLOCK
}
