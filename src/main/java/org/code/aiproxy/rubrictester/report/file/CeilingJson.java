package org.code.aiproxy.rubrictester.report.file;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.SequencedMap;
import org.code.aiproxy.rubrictester.statistics.ceiling.Ceiling;
import org.code.aiproxy.rubrictester.statistics.ceiling.Ceiling.Pairs;
import org.code.aiproxy.rubrictester.statistics.ceiling.Ceilings;
import org.jspecify.annotations.Nullable;

/** The human ceiling as JSON, label by label. */
final class CeilingJson {

    private CeilingJson() {}

    /** The figures; null where no two people labelled the same programs. */
    static @Nullable SequencedMap<String, Object> of(Ceilings ceilings) {
        if (ceilings.isEmpty()) {
            return null;
        }
        SequencedMap<String, Object> concepts = new LinkedHashMap<>();
        ceilings.byKeyConcept().forEach((name, one) -> concepts.put(name, of(one)));
        SequencedMap<String, Object> json = new LinkedHashMap<>();
        json.put("overall", of(ceilings.overall()));
        json.put("key_concepts", concepts);
        return json;
    }

    private static SequencedMap<String, Object> of(Ceiling ceiling) {
        SequencedMap<String, Object> json = new LinkedHashMap<>();
        json.put("students", ceiling.students());
        json.put("labels", ceiling.judgements());
        json.put("people", of(ceiling.people()));
        json.put("ai", of(ceiling.ai()));
        json.put("kappa_difference", Metrics.estimate(ceiling.difference()));
        json.put("krippendorff_alpha", Metrics.estimate(ceiling.alpha()));
        json.put("krippendorff_alpha_with_ai", Metrics.estimate(ceiling.alphaWithAi()));
        json.put("ai_is", ceiling.standing().name().toLowerCase(Locale.ROOT));
        return json;
    }

    private static SequencedMap<String, Object> of(Pairs pairs) {
        SequencedMap<String, Object> json = new LinkedHashMap<>();
        json.put("exact_match", Metrics.estimate(pairs.equal()));
        json.put("quadratic_weighted_kappa", Metrics.estimate(pairs.quadraticWeightedKappa()));
        return json;
    }
}
