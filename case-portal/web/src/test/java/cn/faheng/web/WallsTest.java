package cn.faheng.web;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("web 的墙")
class WallsTest {

    private static final JavaClasses WEB = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("cn.faheng.web");

    @Test
    @DisplayName("不碰规则引擎、PDF 和数据库")
    void seesNeitherRuleEngineNorPdfNorDatabase() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.kie..",
                        "org.drools..",
                        "com.itextpdf..",
                        "java.sql..",
                        "javax.sql..",
                        "org.springframework.jdbc..")
                .check(WEB);
    }

    @Test
    @DisplayName("包之间没有环")
    void packagesHaveNoCycles() {
        slices().matching("cn.faheng.web.(*)..").should().beFreeOfCycles().check(WEB);
    }
}
