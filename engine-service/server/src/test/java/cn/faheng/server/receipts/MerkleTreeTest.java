package cn.faheng.server.receipts;

import static org.assertj.core.api.Assertions.assertThat;

import cn.faheng.server.canonical.Sha256;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Merkle 树（RFC 6962）")
class MerkleTreeTest {

    /** The leaves of the reference tree of Certificate Transparency. */
    private static final List<String> LEAVES =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");

    private static List<byte[]> leaves(int count) {
        List<byte[]> leaves = new ArrayList<>();
        for (String leaf : LEAVES.subList(0, count)) {
            leaves.add(MerkleTree.leafHash(HexFormat.of().parseHex(leaf)));
        }
        return leaves;
    }

    @Test
    void computesTheReferenceRoots() {
        assertThat(Sha256.hexOf(MerkleTree.root(leaves(1))))
                .isEqualTo("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
        assertThat(Sha256.hexOf(MerkleTree.root(leaves(2))))
                .isEqualTo("fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125");
        assertThat(Sha256.hexOf(MerkleTree.root(leaves(3))))
                .isEqualTo("aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77");
        assertThat(Sha256.hexOf(MerkleTree.root(leaves(7))))
                .isEqualTo("ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c");
        assertThat(Sha256.hexOf(MerkleTree.root(leaves(8))))
                .isEqualTo("5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
    }

    @Test
    void everyPathLeadsToTheRoot() {
        for (int size = 1; size <= 40; size++) {
            List<byte[]> leaves = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                leaves.add(MerkleTree.leafHash(new byte[] {(byte) i}));
            }
            byte[] root = MerkleTree.root(leaves);
            for (int i = 0; i < size; i++) {
                assertThat(Outsider.rootOf(leaves.get(i), i, size, MerkleTree.path(i, leaves)))
                        .as("leaf %s of %s", i, size)
                        .isEqualTo(root);
            }
        }
    }
}
