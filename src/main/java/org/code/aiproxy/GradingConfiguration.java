package org.code.aiproxy;

import io.micrometer.core.instrument.MeterRegistry;
import org.code.aiproxy.grading.assessment.AssessmentRequestReader;
import org.code.aiproxy.grading.assessment.LabelService;
import org.code.aiproxy.grading.decisiontree.StaticAssessor;
import org.code.aiproxy.model.TimeBudget;
import org.code.aiproxy.model.routing.Fallback;
import org.code.aiproxy.model.routing.ModelRouter;
import org.code.aiproxy.processor.ProcessorQueue;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Wires grading, which knows no Spring, for the server and for the commands. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AssessmentProperties.class)
class GradingConfiguration {

    @Bean
    StaticAssessor staticAssessor() {
        return new StaticAssessor();
    }

    @Bean
    AssessmentRequestReader assessmentRequestReader(
            ModelRouter models, StaticAssessor assessor, JsonMapper mapper) {
        return new AssessmentRequestReader(models, assessor, mapper);
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
