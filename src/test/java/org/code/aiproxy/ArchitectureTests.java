package org.code.aiproxy;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;

/** Holds which way dependencies point. */
@AnalyzeClasses(packages = "org.code.aiproxy", importOptions = DoNotIncludeTests.class)
class ArchitectureTests {

    private static final String ROOT = "org.code.aiproxy";

    @ArchTest
    static final ArchRule packagesFormNoCycles =
            slices().matching(ROOT + ".(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule theDomainKnowsNoSpring =
            noClasses()
                    .that(
                            resideInAnyPackage(
                                    ROOT + ".rubric..",
                                    ROOT + ".program..",
                                    ROOT + ".prompt..",
                                    ROOT + ".completion..",
                                    ROOT + ".evidence..",
                                    ROOT + ".consensus..",
                                    ROOT + ".injection..",
                                    ROOT + ".feature..",
                                    ROOT + ".rubrictester.statistics.."))
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.springframework..");

    @ArchTest
    static final ArchRule modelsKnowNothingOfGrading =
            noClasses()
                    .that(
                            resideInAnyPackage(
                                    ROOT + ".model",
                                    ROOT + ".model.openai",
                                    ROOT + ".model.bedrock"))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            ROOT + ".rubric..",
                            ROOT + ".completion..",
                            ROOT + ".assessment..",
                            ROOT + ".prompt..");

    @ArchTest
    static final ArchRule openAisSdkStaysInItsAdapter = onlyIn("com.openai..", ".model.openai");

    @ArchTest
    static final ArchRule jackson2StaysWithOpenAisSdk =
            onlyIn("com.fasterxml.jackson.(core|databind)..", ".model.openai");

    @ArchTest
    static final ArchRule awsSdkStaysInItsAdapters =
            onlyIn("software.amazon.awssdk..", ".aws", ".model.bedrock", ".rubrictester.dataset");

    @ArchTest
    static final ArchRule bedrockStaysInItsAdapter =
            onlyIn("software.amazon.awssdk.services.bedrock*..", ".model.bedrock");

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
                                                    ROOT + ".rubric")));

    @ArchTest
    static final ArchRule adaptersAreNotPublic =
            classes()
                    .that(resideInAPackage(ROOT + ".model.*"))
                    .and()
                    .areTopLevelClasses()
                    .should()
                    .notBePublic();

    @ArchTest
    static final ArchRule webFrameworkStaysAtTheEdge =
            noClasses()
                    .that(resideInAnyPackage(ROOT + ".model..", ROOT + ".commandline.."))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("jakarta.servlet..", "org.springframework.web..");

    @ArchTest
    static final ArchRule nothingKnowsTheCommandLineButMain =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(
                            ROOT + ".commandline..", ROOT + ".rubrictester..", ROOT)
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(ROOT + ".commandline..");

    @ArchTest
    static final ArchRule theServiceKnowsNothingOfTheRubricTester =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(
                            ROOT + ".rubrictester..", ROOT + ".commandline..", ROOT)
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(ROOT + ".rubrictester..");

    @ArchTest static final ArchRule noFieldInjection = NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

    @ArchTest static final ArchRule noStandardStreams = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    @ArchTest
    static final ArchRule fieldsAreFinal =
            fields().that()
                    .areDeclaredInClassesThat(
                            resideInAnyPackage(
                                    ROOT + ".assessment..", ROOT + ".model..", ROOT + ".access.."))
                    .should()
                    .haveModifier(JavaModifier.FINAL);

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
