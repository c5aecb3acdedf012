package cn.faheng.server.receipts;

import cn.faheng.server.canonical.Sha256;
import java.util.ArrayList;
import java.util.List;

/** The Merkle tree of RFC 6962: leaves hashed behind 00, nodes behind 01, so that neither can pass for the other. */
final class MerkleTree {

    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};

    private MerkleTree() {}

    static byte[] leafHash(byte[] leaf) {
        return Sha256.of(LEAF, leaf);
    }

    private static byte[] node(byte[] left, byte[] right) {
        return Sha256.of(NODE, left, right);
    }

    /** The root over one or more leaf hashes. */
    static byte[] root(List<byte[]> leaves) {
        int n = leaves.size();
        if (n == 1) {
            return leaves.get(0);
        }
        int k = split(n);
        return node(root(leaves.subList(0, k)), root(leaves.subList(k, n)));
    }

    /** The hashes with which the leaf at {@code index} leads to the root, from the leaf upwards. */
    static List<byte[]> path(int index, List<byte[]> leaves) {
        int n = leaves.size();
        if (n == 1) {
            return new ArrayList<>();
        }
        int k = split(n);
        List<byte[]> path;
        if (index < k) {
            path = path(index, leaves.subList(0, k));
            path.add(root(leaves.subList(k, n)));
        } else {
            path = path(index - k, leaves.subList(k, n));
            path.add(root(leaves.subList(0, k)));
        }
        return path;
    }

    /** The largest power of two below {@code n}. */
    private static int split(int n) {
        return Integer.highestOneBit(n - 1);
    }
}
