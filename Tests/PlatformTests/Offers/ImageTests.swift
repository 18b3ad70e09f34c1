// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import TestSupport
import Testing

@testable import Platform

/// Images, judged by their bytes: contract 2018-12 §6.6.
@Suite struct ImageTests {
    @Test func `only the beginnings of images with a size are images`() {
        #expect(ImageForm(Pictures.png) == .png)
        #expect(ImageForm(Pictures.jpeg) == .jpeg)
        #expect(ImageForm(Pictures.gif) == .gif)
        var flat = Pictures.png
        flat.replaceSubrange(16..<20, with: [0, 0, 0, 0])
        var empty = Pictures.gif
        empty.replaceSubrange(8..<10, with: [0, 0])
        let others: [[UInt8]] = [
            [], flat, empty, Array(Pictures.png.prefix(20)), Array(Pictures.jpeg.prefix(12)), [0xFF, 0xD8, 0xFF, 0xFF],
            [0xFF, 0xD8, 0xFF, 0xE0, 0, 0, 0, 0, 0, 0, 0, 0], Array("GIF89a".utf8), Array("<svg/>".utf8),
        ]
        for bytes in others { #expect(ImageForm(bytes) == nil, "\(bytes)") }
    }

    @Test(
        arguments: [
            (Pictures.png, 0xC8_1E_1E), (Pictures.filtered, 0x0A_78_F0), (Pictures.fixed, 0x01_02_03),
            (Pictures.stored, 0x09_08_07), (Pictures.palette, 0x00_FF_00),
        ] as [([UInt8], UInt32)]) func `the colour of which there is most is found`(bytes: [UInt8], color: UInt32)
    {
        #expect(PNGImage(bytes)?.dominantColor() == color)
    }

    @Test func `of two colours as frequent one is found`() {
        let color = PNGImage(Pictures.grey)?.dominantColor()
        #expect(color == 0 || color == 0xFF_FF_FF)
    }

    @Test func `a damaged image has no colour, wherever it is cut or changed`() {
        for length in stride(from: 0, to: Pictures.filtered.count - 16, by: 29) {
            #expect(PNGImage(Array(Pictures.filtered.prefix(length)))?.dominantColor() == nil, "\(length)")
        }
        var random = SeededRandom()
        for _ in 0..<100 {
            var bytes = Pictures.filtered
            for _ in 0..<3 {
                bytes[Int.random(in: 8..<bytes.count, using: &random)] = .random(in: 0...255, using: &random)
            }
            // Whatever comes out, nothing breaks.
            _ = PNGImage(bytes)?.dominantColor()
            _ = ImageForm(bytes)
        }
    }

    @Test(arguments: [
        (Pictures.filtered, 24, 20), (Pictures.palette, 8, 2), (Pictures.grey, 8, 2), (Pictures.stored, 4, 4),
    ]) func `a cropped image has the pixels of its part`(bytes: [UInt8], width: Int, height: Int) throws {
        let image = try #require(PNGImage(bytes))
        func pixel(_ image: PNGImage, _ column: Int, _ row: Int) -> UInt32? {
            image.cropped(columns: column..<column + 1, rows: row..<row + 1).flatMap { PNGImage($0)?.dominantColor() }
        }
        let (left, top) = (3, 1)
        let part = try #require(image.cropped(columns: left..<width, rows: top..<height).flatMap { PNGImage($0) })
        for column in left..<width {
            for row in top..<height {
                let color = try #require(pixel(part, column - left, row - top))
                #expect(color == pixel(image, column, row))
            }
        }
        #expect(image.cropped(columns: 0..<width + 1, rows: 0..<1) == nil)
        #expect(image.cropped(columns: 0..<width, rows: 0..<0) == nil)
    }

    @Test func `what is written has the check sums of its formats`() throws {
        // The Adler-32 of "Wikipedia" is the example of its article.
        #expect(PNGWriter.zlib(Array("Wikipedia".utf8)).suffix(4) == [0x11, 0xE6, 0x03, 0x98])
        let long = [UInt8](repeating: 7, count: 150_000)
        #expect(Inflate.zlib(PNGWriter.zlib(long), limit: 150_000) == long)
        // The whole of an image that is not compressed either, written anew: header, end and their CRC-32 are the same bytes.
        let whole = try #require(PNGImage(Pictures.stored)?.cropped(columns: 0..<4, rows: 0..<4))
        #expect(whole == Pictures.stored)
    }

    @Test func `an image that would grow too large is not uncompressed`() {
        var bytes = Pictures.png
        bytes.replaceSubrange(16..<24, with: [0, 1, 0, 0, 0, 1, 0, 0])
        #expect(PNGImage(bytes)?.dominantColor() == nil)
        #expect(Inflate.zlib(Array(bytes[41...]), limit: 10) == nil)
    }
}
