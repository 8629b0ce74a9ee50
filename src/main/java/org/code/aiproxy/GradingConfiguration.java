package org.code.aiproxy;

import io.micrometer.core.instrument.MeterRegistry;
import org.code.aiproxy.grading.assessment.LabelService;
import org.code.aiproxy.grading.decisiontree.StaticAssessor;
import org.code.aiproxy.grading.spec.AssessmentSpecs;
import org.code.aiproxy.model.TimeBudget;
import org.code.aiproxy.model.routing.Fallback;
import org.code.aiproxy.model.routing.ModelRouter;
import org.code.aiproxy.processor.ProcessorQueue;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires grading, which knows no Spring, for the server and for the commands. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AssessmentProperties.class)
class GradingConfiguration {

    @Bean
    StaticAssessor staticAssessor() {
        return new StaticAssessor();
    }

    @Bean
    AssessmentSpecs assessmentSpecs(
            ModelRouter models, StaticAssessor assessor, AssessmentProperties properties) {
        return new AssessmentSpecs(models, assessor, properties.rules());
    }

    @Bean
    LabelService labelService(
            ModelRouter models,
            Fallback fallback,
            StaticAssessor assessor,
            AssessmentProperties properties,
            TimeBudget budget,
            ProcessorQueue processors,
            MeterRegistry meters) {
        return new LabelService(
                models, fallback, assessor, properties.rules(), budget, processors, meters);
    }
}
