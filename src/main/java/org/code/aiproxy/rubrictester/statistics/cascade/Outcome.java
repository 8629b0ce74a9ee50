package org.code.aiproxy.rubrictester.statistics.cascade;

/**
 * What a route gives for one program, or for several together.
 *
 * @param labels how many labels
 * @param right how many of them are people's
 * @param usd what they cost
 */
record Outcome(int labels, int right, double usd) {

    static final Outcome NONE = new Outcome(0, 0, 0);

    Outcome plus(Outcome more) {
        return new Outcome(labels + more.labels, right + more.right, usd + more.usd);
    }

    double accuracy() {
        return labels == 0 ? 0 : (double) right / labels;
    }
}
