package cn.faheng.authoring.imports;

import cn.faheng.authoring.drafts.Draft.Signature;
import cn.faheng.drafting.intake.IntakeResult;
import java.util.Map;
import java.util.UUID;

/**
 * A file that was imported, and what was understood of it.
 *
 * @param id its id
 * @param fileName its name
 * @param sha256 hash of its bytes
 * @param made who uploaded it, and when
 * @param result what was understood
 * @param drafts number of an item, from 1, to the draft that was made of it
 */
public record StoredImport(
        UUID id, String fileName, String sha256, Signature made, IntakeResult result, Map<Integer, UUID> drafts) {

    public StoredImport {
        drafts = Map.copyOf(drafts);
    }
}
