package org.code.aiproxy.grading.evidence;

/**
 * Evidence whose items have been looked up in the program.
 *
 * @param text the items in the order of their lines, in the format of the teacher's page
 * @param items how many items there are, those included that lost all their lines
 * @param corrected how many of them are on other lines than stated
 * @param unverified how many of them could not be found, which their messages say
 */
public record GroundedEvidence(String text, int items, int corrected, int unverified) {}
