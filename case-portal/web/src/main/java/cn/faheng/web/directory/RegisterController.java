package cn.faheng.web.directory;

import cn.faheng.casework.directory.Column;
import cn.faheng.casework.directory.DirectoryExports;
import cn.faheng.casework.directory.Find;
import cn.faheng.casework.directory.FirstItems;
import cn.faheng.casework.directory.ImportResult;
import cn.faheng.casework.directory.Officer;
import cn.faheng.casework.directory.Photos;
import cn.faheng.casework.directory.Proposals;
import cn.faheng.casework.directory.Registers;
import cn.faheng.casework.directory.Version;
import cn.faheng.server.problems.ProblemException;
import cn.faheng.server.problems.ProblemType;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Lists of bodies, officers, items and powers, and one of them with its versions. */
@Controller
final class RegisterController {

    private final Registers registers;
    private final Proposals proposals;
    private final DirectoryExports exports;
    private final FirstItems firstItems;
    private final Photos photos;

    RegisterController(
            Registers registers, Proposals proposals, DirectoryExports exports, FirstItems firstItems, Photos photos) {
        this.registers = registers;
        this.proposals = proposals;
        this.exports = exports;
        this.firstItems = firstItems;
        this.photos = photos;
    }

    @GetMapping("/directory")
    String home() {
        return "redirect:/directory/bodies";
    }

    @GetMapping("/directory/{register}")
    String list(
            @PathVariable String register,
            @RequestParam Map<String, String> query,
            @RequestParam(required = false) @Nullable LocalDate day,
            Model model) {
        Shelf shelf = Shelf.of(register);
        LocalDate on = day == null ? registers.today() : day;
        Find find = Finds.of(query);
        frame(shelf, model);
        model.addAttribute("query", find);
        model.addAttribute("day", on);
        model.addAttribute("today", registers.today());
        model.addAttribute("page", registers.search(shelf.subject(), find, on));
        return "directory/list";
    }

    private void frame(Shelf shelf, Model model) {
        List<Column> columns = proposals.columns(shelf.subject());
        model.addAttribute("shelf", shelf.path());
        model.addAttribute("subject", shelf.subject());
        model.addAttribute("columns", columns);
        Map<String, Column> byKey = columns.stream().collect(Collectors.toMap(Column::key, Function.identity()));
        model.addAttribute("shown", shelf.shown().stream().map(byKey::get).toList());
        model.addAttribute("kinds", byKey.get(shelf.kindColumn()));
        model.addAttribute("fieldColumn", byKey.getOrDefault("fields", byKey.get("field")));
    }

    @GetMapping("/directory/{register}/entry")
    String entry(
            @PathVariable String register,
            @RequestParam String code,
            @RequestParam(required = false) @Nullable LocalDate day,
            Model model) {
        Shelf shelf = Shelf.of(register);
        List<Version<?>> history = registers.history(shelf.subject(), code);
        if (history.isEmpty()) {
            throw new ProblemException(
                    ProblemType.RECORD_NOT_FOUND, shelf.subject().chinese() + "里没有“" + code + "”。请从名录里查找。");
        }
        LocalDate on = day == null ? registers.today() : day;
        Optional<Version<?>> version = registers.inForce(shelf.subject(), code, on);
        frame(shelf, model);
        model.addAttribute("code", code);
        model.addAttribute("day", on);
        model.addAttribute("version", version.orElse(null));
        model.addAttribute("cells", version.map(proposals::typed).orElse(Map.of()));
        model.addAttribute(
                "photo",
                version.map(Version::content)
                        .filter(Officer.class::isInstance)
                        .map(content -> ((Officer) content).photo())
                        .orElse(null));
        model.addAttribute("history", history);
        return "directory/entry";
    }

    @GetMapping("/directory/{register}/export")
    ResponseEntity<byte[]> export(
            @PathVariable String register,
            @RequestParam Map<String, String> query,
            @RequestParam(required = false) @Nullable LocalDate day) {
        Shelf shelf = Shelf.of(register);
        byte[] file = exports.export(shelf.subject(), Finds.of(query), day == null ? registers.today() : day);
        return Files.excel(shelf.subject().chinese() + ".xlsx", file);
    }

    /** Proposes the items that the rule base and the law held call for. */
    @PostMapping("/directory/items/first")
    String first() {
        Optional<ImportResult> result = firstItems.propose();
        return result.map(made -> "redirect:/directory/imports/" + made.id()).orElse("redirect:/directory/items");
    }

    @GetMapping("/directory/photos/{key}")
    ResponseEntity<byte[]> photo(@PathVariable String key) {
        return photos.find(key)
                .map(jpeg -> ResponseEntity.ok()
                        .contentType(MediaType.IMAGE_JPEG)
                        .cacheControl(CacheControl.noStore())
                        .body(jpeg))
                .orElseThrow(() -> new ProblemException(ProblemType.RECORD_NOT_FOUND, "没有这张照片。"));
    }
}
