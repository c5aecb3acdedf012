package cn.faheng.authoring.imports;

import cn.faheng.authoring.drafts.Actor;
import cn.faheng.authoring.drafts.Views;
import cn.faheng.contract.api.ImportsApi;
import cn.faheng.contract.model.DraftContentBody;
import cn.faheng.contract.model.DraftPageBody;
import cn.faheng.contract.model.RuleImportBody;
import cn.faheng.contract.model.RuleImportCandidateBody;
import cn.faheng.contract.model.RuleImportCellBody;
import cn.faheng.contract.model.RuleImportDraftBody;
import cn.faheng.contract.model.RuleImportItemBody;
import cn.faheng.drafting.intake.ImportedItem;
import cn.faheng.drafting.intake.PreviewCell;
import cn.faheng.drafting.intake.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ImportsController implements ImportsApi {

    private final Imports imports;

    ImportsController(Imports imports) {
        this.imports = imports;
    }

    @Override
    public ResponseEntity<RuleImportBody> importRules(String fileName, Resource body) {
        StoredImport made = imports.read(new SourceFile(fileName, bytes(body)), Actor.caller());
        return ResponseEntity.created(URI.create("/api/v1/rule-imports/" + made.id()))
                .body(body(made));
    }

    private static byte[] bytes(Resource body) {
        try (InputStream in = body.getInputStream()) {
            return in.readNBytes(Imports.LARGEST + 1);
        } catch (IOException e) {
            throw new UncheckedIOException("The body broke off", e);
        }
    }

    @Override
    public ResponseEntity<RuleImportBody> getRuleImport(UUID id) {
        return ResponseEntity.ok(body(imports.get(id)));
    }

    @Override
    public ResponseEntity<Resource> getRuleImportFile(UUID id) {
        SourceFile file = imports.file(id);
        ContentDisposition disposition = ContentDisposition.attachment()
                .filename(file.name(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .body(new ByteArrayResource(file.bytes()));
    }

    @Override
    public ResponseEntity<DraftPageBody> draftRuleImport(UUID id, @Nullable RuleImportDraftBody body) {
        List<Integer> items = body == null ? null : body.getItems();
        Map<Integer, String> codes = new LinkedHashMap<>();
        if (body != null && body.getCodes() != null) {
            body.getCodes().forEach(chosen -> codes.put(chosen.getItem(), chosen.getCode()));
        }
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(Views.page(imports.draft(id, items, codes, Actor.caller()), null));
    }

    private RuleImportBody body(StoredImport stored) {
        List<RuleImportItemBody> items = new ArrayList<>();
        for (ImportedItem item : stored.result().items()) {
            int number = items.size() + 1;
            items.add(new RuleImportItemBody()
                    .number(number)
                    .sourceId(item.sourceId())
                    .title(item.title())
                    .status(RuleImportItemBody.StatusEnum.fromValue(
                            item.status().name()))
                    .content(Views.convert(item.content(), DraftContentBody.class))
                    .cells(cells(item.cells()))
                    .candidates(imports.candidates(item).stream()
                            .map(known -> new RuleImportCandidateBody()
                                    .code(known.code())
                                    .name(known.name()))
                            .toList())
                    .draft(stored.drafts().get(number)));
        }
        return new RuleImportBody()
                .id(stored.id())
                .fileName(stored.fileName())
                .sha256(stored.sha256())
                .made(Views.signature(stored.made()))
                .items(items)
                .cells(cells(stored.result().cells()))
                .remarks(stored.result().remarks());
    }

    private static List<RuleImportCellBody> cells(List<PreviewCell> cells) {
        return cells.stream()
                .map(cell -> Views.convert(cell, RuleImportCellBody.class))
                .toList();
    }
}
