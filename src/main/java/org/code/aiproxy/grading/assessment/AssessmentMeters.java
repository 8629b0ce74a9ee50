package org.code.aiproxy.grading.assessment;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Locale;
import org.code.aiproxy.grading.response.Reading;

/** Counts what assessments say, and how well models answer. */
final class AssessmentMeters {

    private static final String CUT_OFF = "cut_off";

    private final MeterRegistry meters;

    AssessmentMeters(MeterRegistry meters) {
        this.meters = meters;
    }

    void assessed(Assessment assessment) {
        assessment
                .data()
                .forEach(concept ->
                        meters.counter("aiproxy.labels", "label", concept.label()).increment());
        Assessment.Metadata metadata = assessment.metadata();
        if (metadata.model().isPresent()) {
            meters.summary("aiproxy.votes").record(metadata.responses().used());
            evidence(metadata.evidence());
        }
    }

    private void evidence(Assessment.EvidenceCounts counts) {
        items("corrected", counts.corrected());
        items("unverified", counts.unverified());
        items("verified", counts.items() - counts.corrected() - counts.unverified());
    }

    private void items(String state, int count) {
        meters.counter("aiproxy.evidence.items", "state", state).increment(count);
    }

    void unusable(List<Reading.Unusable> readings) {
        readings.forEach(reading ->
                meters.counter("aiproxy.invalid.responses", "reason", reason(reading)).increment());
    }

    private static String reason(Reading.Unusable reading) {
        return reading.cutOff() ? CUT_OFF : reading.defect().name().toLowerCase(Locale.ROOT);
    }
}
