package cn.faheng.web.authoring;

import cn.faheng.authoring.drafts.Actor;
import cn.faheng.authoring.drafts.Draft;
import cn.faheng.authoring.imports.Imports;
import cn.faheng.authoring.imports.StoredImport;
import cn.faheng.drafting.intake.ImportedItem;
import cn.faheng.drafting.intake.PreviewCell;
import cn.faheng.drafting.intake.SourceFile;
import cn.faheng.drafting.sheet.Sheet.SheetItem;
import cn.faheng.rules.catalogue.Item;
import cn.faheng.server.problems.ProblemException;
import cn.faheng.server.problems.ProblemType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Brings published tables in, and shows cell by cell what was understood. */
@Controller
final class ImportPages {

    private final Imports imports;

    ImportPages(Imports imports) {
        this.imports = imports;
    }

    @GetMapping("/authoring/imports")
    String upload(Model model) {
        Actor.caller().require(Actor.Office.AUTHOR);
        model.addAttribute("imports", imports.newest(50));
        return "authoring/imports";
    }

    /** A file, or cells pasted from a spreadsheet. */
    @PostMapping("/authoring/imports")
    String read(
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") String pasted,
            Model model)
            throws IOException {
        if ((file == null || file.isEmpty()) && pasted.isBlank()) {
            return refused("请选择一个文件，或者粘贴表格的内容。", model);
        }
        SourceFile source = file != null && !file.isEmpty()
                ? new SourceFile(name(file), file.getBytes())
                : new SourceFile("粘贴的表格.csv", pasted.getBytes(StandardCharsets.UTF_8));
        try {
            return "redirect:/authoring/imports/"
                    + imports.read(source, Actor.caller()).id();
        } catch (ProblemException e) {
            if (e.problem().type() == ProblemType.FORBIDDEN) {
                throw e;
            }
            return refused(e.problem().detail(), model);
        }
    }

    private String refused(String why, Model model) {
        model.addAttribute("refused", why);
        return upload(model);
    }

    private static String name(MultipartFile file) {
        String name = file.getOriginalFilename();
        return name == null || name.isBlank() ? "未命名" : name.replaceAll(".*[/\\\\]", "");
    }

    @GetMapping("/authoring/imports/{id}")
    String preview(@PathVariable UUID id, Model model) {
        Actor.caller().require(Actor.Office.AUTHOR, Actor.Office.REVIEWER, Actor.Office.APPROVER);
        StoredImport stored = imports.get(id);
        model.addAttribute("stored", stored);
        model.addAttribute("items", stored.result().items());
        model.addAttribute(
                "codes", stored.result().items().stream().map(this::choice).toList());
        model.addAttribute("open", count(stored, ImportedItem.Status.OPEN_QUESTIONS));
        model.addAttribute("full", count(stored, ImportedItem.Status.FULL));
        model.addAttribute(
                "cells",
                stored.result().cells().stream()
                        .collect(Collectors.groupingBy(PreviewCell::status, TreeMap::new, Collectors.counting())));
        model.addAttribute("grids", grids(stored));
        return "authoring/import";
    }

    /** The item that an imported one is for: the codes to choose from, and the one that is chosen. */
    private CodeChoice choice(ImportedItem item) {
        SheetItem own = item.content().sheet().item();
        return new CodeChoice(
                own == null ? "" : own.code(),
                imports.likely(item).map(Item::code).orElse(""),
                imports.candidates(item));
    }

    /**
     * The item that an imported one may be for.
     *
     * @param own the code it was read with
     * @param chosen code of the item that it seems to be, or empty
     * @param known items on the same article
     */
    public record CodeChoice(String own, String chosen, List<Item> known) {}

    private static long count(StoredImport stored, ImportedItem.Status status) {
        return stored.result().items().stream()
                .filter(item -> item.status() == status)
                .count();
    }

    /** The tables of the file as they stand in it: place to rows, each cell where it was. */
    private static Map<String, PreviewGrid> grids(StoredImport stored) {
        Map<String, List<PreviewCell>> byPlace = stored.result().cells().stream()
                .collect(Collectors.groupingBy(PreviewCell::place, LinkedHashMap::new, Collectors.toList()));
        Map<String, PreviewGrid> grids = new LinkedHashMap<>();
        byPlace.forEach((place, cells) -> grids.put(place, PreviewGrid.of(cells)));
        return grids;
    }

    @PostMapping("/authoring/imports/{id}/drafts")
    String draft(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable List<Integer> item,
            @RequestParam Map<String, String> entries) {
        if (item == null || item.isEmpty()) {
            return "redirect:/authoring/imports/" + id;
        }
        Map<Integer, String> codes = new LinkedHashMap<>();
        for (int number : item) {
            String code = entries.getOrDefault("code-" + number, "");
            if (!code.isBlank()) {
                codes.put(number, code);
            }
        }
        List<Draft> made = imports.draft(id, item, codes, Actor.caller());
        return made.size() == 1 ? "redirect:/authoring/drafts/" + made.get(0).id() : "redirect:/authoring";
    }

    @GetMapping("/authoring/imports/{id}/file")
    ResponseEntity<byte[]> file(@PathVariable UUID id) {
        Actor.caller().require(Actor.Office.AUTHOR, Actor.Office.REVIEWER, Actor.Office.APPROVER);
        SourceFile file = imports.file(id);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(file.bytes());
    }
}
