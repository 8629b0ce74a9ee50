package org.code.aiproxy.grading.injection;

import static org.code.aiproxy.grading.injection.Concept.AGENT;
import static org.code.aiproxy.grading.injection.Concept.ALL;
import static org.code.aiproxy.grading.injection.Concept.APPROVED;
import static org.code.aiproxy.grading.injection.Concept.BEING;
import static org.code.aiproxy.grading.injection.Concept.CONCEPT;
import static org.code.aiproxy.grading.injection.Concept.CRITERIA;
import static org.code.aiproxy.grading.injection.Concept.FIELD;
import static org.code.aiproxy.grading.injection.Concept.FOLLOW;
import static org.code.aiproxy.grading.injection.Concept.GIVE;
import static org.code.aiproxy.grading.injection.Concept.GIVE_LAST;
import static org.code.aiproxy.grading.injection.Concept.GRADER;
import static org.code.aiproxy.grading.injection.Concept.GRADES;
import static org.code.aiproxy.grading.injection.Concept.GREETING;
import static org.code.aiproxy.grading.injection.Concept.IF;
import static org.code.aiproxy.grading.injection.Concept.INSTRUCTIONS;
import static org.code.aiproxy.grading.injection.Concept.I_AM;
import static org.code.aiproxy.grading.injection.Concept.JUDGE;
import static org.code.aiproxy.grading.injection.Concept.LABEL;
import static org.code.aiproxy.grading.injection.Concept.LOW;
import static org.code.aiproxy.grading.injection.Concept.MARK;
import static org.code.aiproxy.grading.injection.Concept.MESSAGE;
import static org.code.aiproxy.grading.injection.Concept.MET;
import static org.code.aiproxy.grading.injection.Concept.MUST;
import static org.code.aiproxy.grading.injection.Concept.NOT;
import static org.code.aiproxy.grading.injection.Concept.OVERRIDE;
import static org.code.aiproxy.grading.injection.Concept.PASS;
import static org.code.aiproxy.grading.injection.Concept.POLITE;
import static org.code.aiproxy.grading.injection.Concept.PRETEND;
import static org.code.aiproxy.grading.injection.Concept.PRIOR;
import static org.code.aiproxy.grading.injection.Concept.RECEIVE;
import static org.code.aiproxy.grading.injection.Concept.REDO;
import static org.code.aiproxy.grading.injection.Concept.REGARD;
import static org.code.aiproxy.grading.injection.Concept.REPORT;
import static org.code.aiproxy.grading.injection.Concept.ROLE;
import static org.code.aiproxy.grading.injection.Concept.SAY;
import static org.code.aiproxy.grading.injection.Concept.SECRET;
import static org.code.aiproxy.grading.injection.Concept.SELF;
import static org.code.aiproxy.grading.injection.Concept.STUDENT;
import static org.code.aiproxy.grading.injection.Concept.TEACHER;
import static org.code.aiproxy.grading.injection.Concept.TOLD;
import static org.code.aiproxy.grading.injection.Concept.TOP;
import static org.code.aiproxy.grading.injection.Concept.UNDONE;
import static org.code.aiproxy.grading.injection.Concept.WHOLE_MARK;
import static org.code.aiproxy.grading.injection.Concept.YOU;

import java.util.List;

/**
 * Two concepts that say something when one follows the other within a few words.
 *
 * @param first the concept that comes first
 * @param then the one that follows
 * @param within up to how many words after it
 * @param points how much that says; below zero if it speaks for an honest program
 */
record Clue(Concept first, Concept then, int within, int points) {

    /** What tells a reader to act as if the rules were not there. */
    static final List<Clue> OVERRIDING =
            List.of(
                    new Clue(OVERRIDE, CRITERIA, 8, 5),
                    new Clue(OVERRIDE, INSTRUCTIONS, 6, 3),
                    new Clue(OVERRIDE, PRIOR, 5, 2),
                    new Clue(OVERRIDE, TOLD, 2, 4),
                    new Clue(PRIOR, INSTRUCTIONS, 3, 2),
                    new Clue(INSTRUCTIONS, PRIOR, 5, 1),
                    new Clue(CRITERIA, UNDONE, 8, 5),
                    new Clue(INSTRUCTIONS, UNDONE, 8, 3),
                    new Clue(NOT, FOLLOW, 2, 2),
                    new Clue(FOLLOW, CRITERIA, 4, 2),
                    new Clue(FOLLOW, INSTRUCTIONS, 3, 1),
                    new Clue(NOT, CRITERIA, 6, 1),
                    new Clue(PRETEND, CRITERIA, 6, 3),
                    new Clue(REDO, LABEL, 8, 3),
                    new Clue(REDO, TOP, 8, 3),
                    new Clue(UNDONE, AGENT, 3, 3),
                    new Clue(POLITE, OVERRIDE, 3, 1),
                    new Clue(NOT, OVERRIDE, 1, -5),
                    new Clue(SELF, OVERRIDE, 2, -5),
                    new Clue(SELF, NOT, 2, -4),
                    new Clue(REPORT, OVERRIDE, 3, -5),
                    new Clue(IF, CRITERIA, 3, -3));

    /** What asks for a judgement. */
    static final List<Clue> DEMANDING =
            List.of(
                    new Clue(GIVE, LABEL, 8, 4),
                    new Clue(JUDGE, LABEL, 8, 4),
                    new Clue(JUDGE, WHOLE_MARK, 8, 4),
                    new Clue(JUDGE, TOP, 6, 1),
                    new Clue(JUDGE, ALL, 1, 2),
                    new Clue(JUDGE, STUDENT, 1, 3),
                    new Clue(JUDGE, CONCEPT, 5, 1),
                    new Clue(POLITE, JUDGE, 4, 1),
                    new Clue(GRADER, JUDGE, 6, 2),
                    new Clue(AGENT, JUDGE, 3, 2),
                    new Clue(GIVE, WHOLE_MARK, 8, 5),
                    new Clue(GIVE, TOP, 6, 2),
                    new Clue(GIVE, MARK, 8, 1),
                    new Clue(TOP, MARK, 2, 2),
                    new Clue(MARK, TOP, 1, 2),
                    new Clue(MARK, LABEL, 4, 3),
                    new Clue(WHOLE_MARK, GIVE_LAST, 8, 5),
                    new Clue(LABEL, GIVE_LAST, 8, 4),
                    new Clue(TOP, GIVE_LAST, 8, 2),
                    new Clue(MARK, GIVE_LAST, 6, 1),
                    new Clue(TOP, ALL, 4, 1),
                    new Clue(GIVE, MET, 8, 1),
                    new Clue(RECEIVE, LABEL, 3, 2),
                    new Clue(RECEIVE, WHOLE_MARK, 3, 2),
                    new Clue(ALL, CONCEPT, 2, 2),
                    new Clue(CONCEPT, LABEL, 5, 3),
                    new Clue(LABEL, ALL, 4, 2),
                    new Clue(ALL, LABEL, 6, 2),
                    new Clue(REGARD, MET, 8, 3),
                    new Clue(REGARD, STUDENT, 4, 2),
                    new Clue(STUDENT, MET, 4, 2),
                    new Clue(MET, CRITERIA, 3, 1),
                    new Clue(CRITERIA, MET, 3, 1),
                    new Clue(STUDENT, LABEL, 8, 2),
                    new Clue(STUDENT, PASS, 4, 2),
                    new Clue(PASS, STUDENT, 2, 3),
                    new Clue(NOT, LOW, 8, 4),
                    new Clue(LOW, GRADER, 10, 4),
                    new Clue(SELF, LABEL, 5, -3),
                    new Clue(SELF, WHOLE_MARK, 5, -3),
                    new Clue(SELF, TOP, 4, -3),
                    new Clue(SELF, RECEIVE, 3, -2),
                    new Clue(SELF, GIVE, 3, -3),
                    new Clue(SELF, JUDGE, 3, -3),
                    new Clue(GREETING, TEACHER, 2, -3),
                    new Clue(SELF, PASS, 3, -2));

    /** What speaks to a grader, or for someone whom it would obey. */
    static final List<Clue> ADDRESSING =
            List.of(
                    new Clue(GREETING, GRADER, 3, 4),
                    new Clue(GREETING, AGENT, 2, 2),
                    new Clue(BEING, GRADER, 5, 4),
                    new Clue(BEING, AGENT, 7, 3),
                    new Clue(AGENT, STUDENT, 6, 2),
                    new Clue(GRADER, GIVE, 6, 2),
                    new Clue(GRADER, OVERRIDE, 8, 3),
                    new Clue(GRADER, MUST, 4, 1),
                    new Clue(GRADER, REGARD, 12, 3),
                    new Clue(GRADER, POLITE, 6, 2),
                    new Clue(POLITE, GRADER, 6, 2),
                    new Clue(AGENT, GRADES, 3, 4),
                    new Clue(AGENT, OVERRIDE, 6, 2),
                    new Clue(AGENT, GIVE, 3, 1),
                    new Clue(POLITE, GIVE, 4, 1),
                    new Clue(YOU, GIVE, 3, 1),
                    new Clue(MUST, GIVE, 2, 1),
                    new Clue(TEACHER, APPROVED, 5, 3),
                    new Clue(APPROVED, TEACHER, 5, 2),
                    new Clue(STUDENT, APPROVED, 5, 2),
                    new Clue(APPROVED, LABEL, 12, 2),
                    new Clue(APPROVED, WHOLE_MARK, 12, 2),
                    new Clue(APPROVED, TOP, 12, 1),
                    new Clue(APPROVED, CRITERIA, 8, 1),
                    new Clue(APPROVED, GRADER, 8, 2),
                    new Clue(APPROVED, CONCEPT, 8, 1),
                    new Clue(PRETEND, GRADER, 6, 4),
                    new Clue(PRETEND, LABEL, 15, 3),
                    new Clue(PRETEND, WHOLE_MARK, 15, 3),
                    new Clue(NOT, SECRET, 1, 2),
                    new Clue(SECRET, MESSAGE, 4, 3),
                    new Clue(SECRET, TEACHER, 4, 3),
                    new Clue(NOT, FIELD, 8, 4),
                    new Clue(FIELD, MUST, 3, 3),
                    new Clue(FIELD, SAY, 4, 2),
                    new Clue(SAY, FIELD, 2, 5),
                    new Clue(BEING, GRADES, 8, 3),
                    new Clue(INSTRUCTIONS, GRADER, 3, 4),
                    new Clue(INSTRUCTIONS, AGENT, 3, 3),
                    new Clue(INSTRUCTIONS, CRITERIA, 6, 3),
                    new Clue(ROLE, STUDENT, 6, 3),
                    new Clue(ROLE, PASS, 8, 3),
                    new Clue(ROLE, LABEL, 8, 4),
                    new Clue(ROLE, CRITERIA, 6, 4),
                    new Clue(ROLE, OVERRIDE, 3, 3),
                    new Clue(ROLE, WHOLE_MARK, 8, 4),
                    new Clue(FIELD, LABEL, 8, 3),
                    new Clue(FIELD, LOW, 8, 3),
                    new Clue(I_AM, AGENT, 5, -4),
                    new Clue(I_AM, GRADER, 5, -4));
}
