package io.doorstep.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MerkleTreeTest {

    private static final int LARGEST = 70;

    /** Leaves and roots of the reference tests of Certificate Transparency (RFC 6962). */
    @ParameterizedTest
    @CsvSource({
        "1, 6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "2, fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "3, aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "5, 4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "8, 5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"
    })
    void the_root_is_that_of_the_standard(int size, String root) {
        var contents = Stream.of(
                        "",
                        "00",
                        "10",
                        "2021",
                        "3031",
                        "40414243",
                        "5051525354555657",
                        "606162636465666768696a6b6c6d6e6f")
                .map(HexFormat.of()::parseHex)
                .map(HashAlgorithm.SHA_256::leaf)
                .toList();
        assertThat(HexFormat.of()
                        .formatHex(tree(HashAlgorithm.SHA_256, contents).root(size)))
                .isEqualTo(root);
    }

    @ParameterizedTest
    @EnumSource
    void every_leaf_is_proved_at_every_size_and_nothing_else_is(HashAlgorithm algorithm) {
        var leaves = leaves(algorithm);
        var tree = tree(algorithm, leaves);
        for (var size = 1; size <= LARGEST; size++) {
            var root = tree.root(size);
            for (var position = 0; position < size; position++) {
                var path = tree.inclusion(position, size);
                assertThat(MerkleProofs.included(algorithm, leaves.get(position), position, size, path, root))
                        .as("%d of %d", position, size)
                        .isTrue();
                assertThat(MerkleProofs.included(
                                algorithm, leaves.get((position + 1) % LARGEST), position, size, path, root))
                        .isFalse();
                assertThat(MerkleProofs.included(algorithm, leaves.get(position), position + 1, size, path, root))
                        .isFalse();
            }
        }
    }

    @Test
    void every_smaller_tree_is_proved_to_be_the_beginning_and_no_other_is() {
        var algorithm = HashAlgorithm.SHA_256;
        var leaves = leaves(algorithm);
        var tree = tree(algorithm, leaves);
        var changed = new ArrayList<>(leaves);
        changed.set(0, algorithm.leaf(new byte[] {99}));
        var other = tree(algorithm, changed);
        for (var to = 1; to <= LARGEST; to++) {
            for (var from = 1; from <= to; from++) {
                var path = tree.consistency(from, to);
                assertThat(MerkleProofs.consistent(algorithm, from, tree.root(from), to, tree.root(to), path))
                        .as("%d to %d", from, to)
                        .isTrue();
                assertThat(MerkleProofs.consistent(algorithm, from, other.root(from), to, tree.root(to), path))
                        .isFalse();
                assertThat(MerkleProofs.consistent(
                                algorithm, from, other.root(from), to, tree.root(to), other.consistency(from, to)))
                        .isFalse();
            }
        }
    }

    @Test
    void the_edge_of_a_growing_tree_knows_the_same_roots() {
        var algorithm = HashAlgorithm.SHA_256;
        var leaves = leaves(algorithm);
        var tree = tree(algorithm, leaves);
        var edge = new Frontier(algorithm);
        for (var size = 0; size < LARGEST; size++) {
            assertThat(edge.root()).isEqualTo(tree.root(size));
            assertThat(new Frontier(algorithm, size, nodes(algorithm, leaves)).root())
                    .isEqualTo(tree.root(size));
            edge.add(leaves.get(size));
        }
    }

    private static List<byte[]> leaves(HashAlgorithm algorithm) {
        return IntStream.range(0, LARGEST)
                .mapToObj(i -> algorithm.leaf(new byte[] {(byte) i}))
                .toList();
    }

    private static MerkleTree tree(HashAlgorithm algorithm, List<byte[]> leaves) {
        return new MerkleTree(algorithm, nodes(algorithm, leaves));
    }

    private static MerkleTree.Nodes nodes(HashAlgorithm algorithm, List<byte[]> leaves) {
        return (level, number) ->
                Subtrees.root(algorithm, leaves.subList((int) (number << level), (int) ((number + 1) << level)));
    }
}
