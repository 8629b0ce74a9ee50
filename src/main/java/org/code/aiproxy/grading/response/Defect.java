package org.code.aiproxy.grading.response;

/** What is wrong with a completion that can't be used. */
public enum Defect {
    /** It is not in the format that was asked for. */
    FORMAT,
    /** It says nothing of a key concept. */
    MISSING_CONCEPT,
    /** It is about something that the rubric doesn't have. */
    UNKNOWN_CONCEPT,
    /** A row lacks a column. */
    MISSING_COLUMN,
    /** A label is none of the four. */
    UNKNOWN_LABEL,
    /** It holds several answers, or one that may be a draft, and which counts is uncertain. */
    AMBIGUOUS
}
