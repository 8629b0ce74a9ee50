package org.code.aiproxy.rubrictester.statistics;

import java.util.List;
import org.code.aiproxy.grading.rubric.Label;

/** How finely labels are told apart. Its levels are numbered from 0, the worst. */
public enum Scale {
    /** Each label is a level: No 0, Limited 1, Convincing 2, Extensive 3. */
    EXACT {
        @Override
        public int number(Label label) {
            return switch (label) {
                case NO -> 0;
                case LIMITED -> 1;
                case CONVINCING -> 2;
                case EXTENSIVE -> 3;
            };
        }

        @Override
        public List<String> levels() {
            return List.of(
                    Label.NO.text(),
                    Label.LIMITED.text(),
                    Label.CONVINCING.text(),
                    Label.EXTENSIVE.text());
        }
    },

    /** Labels that do not pass are 0, labels that pass are 1. */
    PASS_FAIL {
        @Override
        public int number(Label label) {
            return label.passes() ? 1 : 0;
        }

        @Override
        public List<String> levels() {
            return List.of("Fail", "Pass");
        }
    };

    /** The label's level, from 0 up to one under {@link #size}. */
    public abstract int number(Label label);

    /** What the levels are called, the worst first. */
    public abstract List<String> levels();

    /** How many levels there are. */
    public int size() {
        return levels().size();
    }
}
