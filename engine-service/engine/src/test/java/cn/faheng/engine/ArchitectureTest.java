package cn.faheng.engine;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.core.domain.properties.HasReturnType.Predicates.rawReturnType;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;

/** The walls of the lower rooms: ADR 0001. */
@AnalyzeClasses(packages = "cn.faheng", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    /** Primitives too: most binary fractions never meet their wrapper classes. */
    private static final DescribedPredicate<JavaClass> FLOATING = DescribedPredicate.describe(
            "binary floating point", c -> Set.of("double", "float").contains(c.getName()));

    /** ECJ is EPL-2.0 without a secondary licence and may not be part of an AGPL program (NOTICE). */
    @ArchTest
    static void leavesTheEclipseCompilerOut(JavaClasses classes) {
        assertThat(classes).isNotEmpty();
        assertThat(ArchitectureTest.class.getResource("/org/eclipse/jdt/internal/compiler/Compiler.class"))
                .isNull();
    }

    @ArchTest
    static final ArchRule RULES_KNOW_NO_ENGINE_FRAMEWORK_OR_CLOCK = noClasses()
            .that()
            .resideInAPackage("cn.faheng.rules..")
            .and()
            .resideOutsideOfPackage("cn.faheng.rules.gate..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.springframework..", "org.kie..", "org.drools..", "java.sql..", "cn.faheng.engine..");

    /** The unit of the gates, and what Kogito generates for it, see the API of rule units and nothing else of the frameworks. */
    @ArchTest
    static final ArchRule THE_UNIT_OF_THE_GATES_KNOWS_NO_DATABASE_AND_NO_ENGINE = noClasses()
            .that()
            .resideInAPackage("cn.faheng.rules.gate..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "java.sql..", "cn.faheng.engine..");

    @ArchTest
    static final ArchRule NO_CLOCK = noClasses()
            .that()
            .resideInAnyPackage("cn.faheng.rules..", "cn.faheng.engine..")
            .should()
            .callMethodWhere(target(owner(resideInAPackage("java.time.."))).and(target(nameMatching("now|system.*"))))
            .orShould()
            .callMethodWhere(target(owner(type(System.class))).and(target(nameMatching("currentTimeMillis|nanoTime"))))
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(java.util.Random.class);

    @ArchTest
    static final ArchRule ENGINE_IS_A_PLAIN_LIBRARY = noClasses()
            .that()
            .resideInAPackage("cn.faheng.engine..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "java.sql..", "java.net.http..");

    @ArchTest
    static final ArchRule ONLY_EVALUATION_GATE_PROOF_AND_TRIAL_SEE_DROOLS = noClasses()
            .that()
            .resideInAPackage("cn.faheng.engine..")
            .and()
            .resideOutsideOfPackages(
                    "cn.faheng.engine.evaluation..",
                    "cn.faheng.engine.gate..",
                    "cn.faheng.engine.proof..",
                    "cn.faheng.engine.trial..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.kie..", "org.drools..");

    @ArchTest
    static final ArchRule NO_CYCLES_IN_THE_ENGINE =
            slices().matching("cn.faheng.engine.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule NO_CYCLES_IN_THE_RULES =
            slices().matching("cn.faheng.rules.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule NO_BINARY_FLOATING_POINT_IN_LAW = noClasses()
            .that()
            .resideInAnyPackage("cn.faheng.rules..", "cn.faheng.engine..")
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(Double.class, Float.class)
            .orShould()
            .callMethodWhere(target(rawReturnType(FLOATING)))
            .orShould()
            .dependOnClassesThat(FLOATING);

    @ArchTest
    static final ArchRule NO_BINARY_FLOATING_POINT_IN_FIELDS = noFields()
            .that()
            .areDeclaredInClassesThat()
            .resideInAnyPackage("cn.faheng.rules..", "cn.faheng.engine..")
            .should()
            .haveRawType(FLOATING);
}
