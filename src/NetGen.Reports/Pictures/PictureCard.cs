namespace NetGen.Reports;

/// <summary>One picture of a grid with what the network said of it.</summary>
/// <param name="Picture">The picture.</param>
/// <param name="Prediction">What the network says.</param>
/// <param name="Truth">What it is.</param>
/// <param name="IsMistake">Whether the network is wrong.</param>
public sealed record PictureCard(Picture Picture, string Prediction, string Truth, bool IsMistake);
