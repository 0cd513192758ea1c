// The sequences that lost or spoiled annotators' work elsewhere, and the tests that go through them here. What is said of browsers
// runs in Chromium and in Firefox.
//
//  1  a save that is answered badly, or not at all   BadLineTests, in browsers
//  2  a note, and "next" at once                     NotesTests, in browsers; AnnotateSavingTests
//  3  several clicks on one control                  ClickOrderTests, in browsers; AnnotateSavingTests
//  4  back, forward, reload, a restored window       TwoWindowsTests, in browsers
//  5  one person's two windows                       TwoWindowsTests, in browsers; AnnotateSavingTests
//  6  twenty people ask for an item at once          LeasesTests, AnnotateQuotaTests; as a process KilledWhileJudgingTests
//  7  people who left, and come back late            LeasesTests, AnnotateQuotaTests
//  8  no script                                      WithoutScriptsTests, in browsers
//  9  a hundred answers by keys                      KeysTests, in browsers
// 10  the machine is switched off                    KilledWhileJudgingTests
// 11  the codebook is edited                         AnnotateCodebookTests, CodebookVersionTests
// 12  emoji before a span                            AnnotateSpansTests, SpanFinderTests; WithoutScriptsTests, in browsers
// 13  spans saved, loaded and saved again            AnnotateSpansTests; WithoutScriptsTests, in browsers
// 14  opposite answers                               DisagreementTests
// 15  what an export leaves out                      LabelExportTests
// 16  the keys of a scale                            KeysTests, in browsers; AnnotateCodebookTests
// 17  an import that is done twice                   BatchTests, LabelExportTests
// 18  loading anew leads to the same item            BadLineTests, in browsers; AnnotateSavingTests
