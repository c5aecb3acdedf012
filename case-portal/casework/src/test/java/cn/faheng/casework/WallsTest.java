package cn.faheng.casework;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.springframework.modulith.core.ApplicationModules;

@AnalyzeClasses(packages = "cn.faheng.casework", importOptions = ImportOption.DoNotIncludeTests.class)
class WallsTest {

    /** Each package is a module: no cycles, and nothing reaches into what a package keeps to itself. */
    @ArchTest
    static void packagesKeepToThemselves(JavaClasses classes) {
        ApplicationModules.of("cn.faheng.casework").verify();
    }

    @ArchTest
    static final ArchRule ONLY_THE_ENGINE_SEES_DROOLS = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.kie..", "org.drools..")
            .because("only engine sees them (ADR 0001)");

    @ArchTest
    static final ArchRule ARROWS_POINT_DOWN = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "cn.faheng.web..", "cn.faheng.authoring..", "cn.faheng.drafting..", "cn.faheng.document..");
}
