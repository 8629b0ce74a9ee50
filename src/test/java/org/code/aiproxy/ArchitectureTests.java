package org.code.aiproxy;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.code.aiproxy.model.ModelClient;
import org.jspecify.annotations.NullMarked;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Holds the floor plan of docs/architecture.md: which package may know which. */
@AnalyzeClasses(packages = "org.code.aiproxy", importOptions = DoNotIncludeTests.class)
class ArchitectureTests {

    private static final String ROOT = "org.code.aiproxy";

    private static final int MOST_FILES = 25;

    @ArchTest
    static final ArchRule roomsFormNoCycles =
            slices().matching(ROOT + ".(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule packagesFormNoCycles =
            slices().matching(ROOT + ".(**)").should().beFreeOfCycles();

    /**
     * The ground floor knows nothing of the project's purpose: text and JSON, where threads wait
     * for processors, and, for what isn't pure, configuration, commands and the network.
     */
    @ArchTest
    static final ArchRule arrowsPointDown =
            layeredArchitecture()
                    .consideringOnlyDependenciesInAnyPackage(ROOT + "..")
                    .layer("application")
                    .definedBy(ROOT)
                    .layer("web")
                    .definedBy(ROOT + ".web..")
                    .layer("cli")
                    .definedBy(ROOT + ".cli..")
                    .layer("rubrictester")
                    .definedBy(ROOT + ".rubrictester..")
                    .layer("grading")
                    .definedBy(ROOT + ".grading..")
                    .layer("provider")
                    .definedBy(ROOT + ".provider..")
                    .layer("player")
                    .definedBy(ROOT + ".player..")
                    .layer("model")
                    .definedBy(ROOT + ".model..")
                    .layer("console")
                    .definedBy(ROOT + ".console..")
                    .layer("configuration")
                    .definedBy(ROOT + ".configuration..")
                    .layer("network")
                    .definedBy(ROOT + ".network..", ROOT + ".aws..")
                    .layer("processor")
                    .definedBy(ROOT + ".processor..")
                    .layer("text")
                    .definedBy(ROOT + ".textfile..", ROOT + ".json..")
                    .ensureAllClassesAreContainedInArchitecture()
                    .whereLayer("application")
                    .mayNotBeAccessedByAnyLayer()
                    .whereLayer("web")
                    .mayOnlyAccessLayers(
                            "grading", "provider", "model", "configuration", "processor", "text")
                    .whereLayer("cli")
                    .mayOnlyAccessLayers(
                            "grading",
                            "provider",
                            "player",
                            "model",
                            "console",
                            "configuration",
                            "text")
                    .whereLayer("rubrictester")
                    .mayOnlyAccessLayers(
                            "grading",
                            "provider",
                            "model",
                            "console",
                            "configuration",
                            "network",
                            "text")
                    .whereLayer("grading")
                    .mayOnlyAccessLayers("model", "processor", "text")
                    .whereLayer("provider")
                    .mayOnlyAccessLayers("model", "configuration", "network", "processor", "text")
                    .whereLayer("player")
                    .mayOnlyAccessLayers("text")
                    .whereLayer("model")
                    .mayOnlyAccessLayers("text")
                    .whereLayer("console")
                    .mayOnlyAccessLayers("configuration", "text")
                    .whereLayer("network")
                    .mayOnlyAccessLayers("configuration")
                    .whereLayer("configuration")
                    .mayOnlyAccessLayers("text")
                    .whereLayer("processor")
                    .mayNotAccessAnyLayer()
                    .whereLayer("text")
                    .mayNotAccessAnyLayer();

    /** Nor through others: nothing outside of the web may know a class of it. */
    @ArchTest
    static final ArchRule theWebIsKnownToTheWebOnly =
            noClasses()
                    .that()
                    .resideOutsideOfPackage(ROOT + ".web..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            ROOT + ".web..",
                            "jakarta.servlet..",
                            "org.apache.catalina..",
                            "org.apache.coyote..",
                            "org.apache.tomcat..",
                            "org.springframework.http..",
                            "org.springframework.web..");

    /** Nor through others: the packages here are all that grading and players may know of ours. */
    @ArchTest
    static final ArchRule theDomainKnowsNoSpring =
            noClasses()
                    .that(
                            resideInAnyPackage(
                                            ROOT + ".grading..",
                                            ROOT + ".model..",
                                            ROOT + ".player..",
                                            ROOT + ".processor..",
                                            ROOT + ".textfile..",
                                            ROOT + ".json..",
                                            ROOT + ".rubrictester.statistics..")
                                    .and(not(annotatedWith(Configuration.class))))
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.springframework..");

    @ArchTest
    static final ArchRule openAisSdkStaysInItsAdapter = onlyIn("com.openai..", ".provider.openai");

    @ArchTest
    static final ArchRule jackson2StaysWithOpenAisSdk =
            onlyIn("com.fasterxml.jackson.(core|databind)..", ".provider.openai");

    @ArchTest
    static final ArchRule awsSdkStaysInItsAdapters =
            onlyIn(
                    "software.amazon.awssdk..",
                    ".aws",
                    ".provider.bedrock..",
                    ".rubrictester.dataset");

    @ArchTest
    static final ArchRule bedrockStaysInItsAdapter =
            onlyIn("software.amazon.awssdk.services.bedrock*..", ".provider.bedrock..");

    @ArchTest
    static final ArchRule s3StaysWithTheDatasets =
            onlyIn("software.amazon.awssdk.services.s3..", ".rubrictester.dataset");

    @ArchTest
    static final ArchRule statisticsKnowOnlyLabels =
            noClasses()
                    .that(resideInAPackage(ROOT + ".rubrictester.statistics.."))
                    .should()
                    .dependOnClassesThat(
                            resideInAPackage(ROOT + "..")
                                    .and(
                                            resideOutsideOfPackages(
                                                    ROOT + ".rubrictester.statistics..",
                                                    ROOT + ".grading.rubric")));

    @ArchTest
    static final ArchRule adaptersAreNotPublic =
            classes()
                    .that(
                            resideInAnyPackage(
                                            ROOT + ".provider.openai", ROOT + ".provider.bedrock")
                                    .or(
                                            resideInAPackage(ROOT + ".provider..")
                                                    .and(
                                                            describe(
                                                                    "implement ModelClient",
                                                                    it ->
                                                                            it.isAssignableTo(
                                                                                    ModelClient
                                                                                            .class)))))
                    .and()
                    .areTopLevelClasses()
                    .should()
                    .notBePublic();

    @ArchTest static final ArchRule noFieldInjection = NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

    /** Commands print to the writers that they are given, and so not even they use these. */
    @ArchTest static final ArchRule noStandardStreams = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    /** Or the application would start without them; what is the management port's is listed. */
    @ArchTest
    static final ArchRule componentsAreFoundByTheirNames =
            classes()
                    .that()
                    .areMetaAnnotatedWith(Component.class)
                    .and()
                    .doNotBelongToAnyOf(AiProxyApplication.class, CommandApplication.class)
                    .and()
                    .areNotAnnotatedWith(ManagementContextConfiguration.class)
                    .should()
                    .haveNameMatching(AiProxyApplication.COMPONENT_NAMES);

    @ArchTest
    static final ArchRule fieldsAreFinal =
            fields().that()
                    .areDeclaredInClassesThat(
                            resideInAnyPackage(
                                    ROOT + ".grading.assessment..",
                                    ROOT + ".model..",
                                    ROOT + ".provider.openai..",
                                    ROOT + ".provider.bedrock..",
                                    ROOT + ".web.access.."))
                    .should()
                    .haveModifier(JavaModifier.FINAL);

    @ArchTest
    static void packagesHaveFewFiles(JavaClasses classes) {
        Map<String, Set<String>> files =
                classes.stream()
                        .collect(
                                groupingBy(
                                        JavaClass::getPackageName,
                                        mapping(ArchitectureTests::sourceFile, toSet())));
        assertThat(files)
                .allSatisfy((_, names) -> assertThat(names).hasSizeLessThanOrEqualTo(MOST_FILES));
    }

    @ArchTest
    static void packagesAreNullMarked(JavaClasses classes) {
        assertThat(classes.stream().map(JavaClass::getPackage).distinct())
                .allMatch(it -> it.isAnnotatedWith(NullMarked.class));
    }

    @ArchTest
    static void namesAreUsedOnce(JavaClasses classes) {
        Map<String, Long> uses =
                classes.stream()
                        .filter(JavaClass::isTopLevelClass)
                        .map(JavaClass::getSimpleName)
                        .filter(name -> !name.equals("package-info"))
                        .collect(groupingBy(name -> name, counting()));
        assertThat(uses).allSatisfy((_, count) -> assertThat(count).isEqualTo(1));
    }

    private static String sourceFile(JavaClass it) {
        return it.getSource().flatMap(source -> source.getFileName()).orElseThrow();
    }

    private static ArchRule onlyIn(String library, String... adapters) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(
                        Arrays.stream(adapters).map(ROOT::concat).toArray(String[]::new))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library);
    }
}
