/** What the demo's analyst marks in one article. */
export interface DemoArticle {
  readonly title: string;
  readonly passages: readonly DemoPassage[];
}

interface DemoPassage {
  /** Verbatim, within one block. */
  readonly text: string;
  /** The digit keys of its tags. */
  readonly keys: readonly string[];
  readonly note?: string;
}

/** An hour's reading on ODA, labour and AZEC between Việt Nam and Nhật Bản. */
export const DEMO: readonly DemoArticle[] = [
  {
    title: 'Việt Nam - Nhật Bản nâng cấp quan hệ lên Đối tác Chiến lược Toàn diện',
    passages: [
      {
        text: 'các khoản vay ODA thế hệ mới tập trung vào những dự án phát triển hạ tầng chiến lược quy mô lớn của Việt Nam',
        keys: ['1'],
        note: '“Thế hệ mới”: lãi suất và điều kiện nào? **Hỏi Bộ Tài chính.**',
      },
      {
        text: 'đứng thứ nhất về cung cấp viện trợ ODA, thứ hai về hợp tác lao động',
        keys: ['1', '2'],
      },
    ],
  },
  {
    title: 'Chuyến công tác của Thủ tướng mở ra làn sóng đầu tư mới Việt - Nhật',
    passages: [
      {
        text: '"Cộng đồng phát thải ròng bằng 0 châu Á" (AZEC)',
        keys: ['3'],
        note: 'Tên tiếng Việt khác bài của VGP; dùng *AZEC* trong báo cáo.',
      },
      {
        text: 'lần đầu tiên chủ trì, tổ chức Diễn đàn hợp tác lao động Việt Nam - Nhật Bản',
        keys: ['2'],
      },
    ],
  },
  {
    title: 'Chuyến công tác Nhật Bản của Thủ tướng: Kết quả chiến lược, cụ thể và hiệu quả',
    passages: [
      {
        text: 'Hai nước cũng ký kết 3 công hàm về hợp tác ODA với tổng trị giá hơn 200 triệu USD',
        keys: ['1'],
        note: 'So với 2017: cao nhất. Đối chiếu với số liệu của JICA.',
      },
      {
        text: 'hơn 200 triệu USD, góp phần đưa tổng giá trị hợp tác ODA giữa hai nước trong năm 2023 đạt hơn 100 tỷ yên',
        keys: ['1'],
      },
      {
        text: 'các dự án ODA mới của Nhật Bản với tính ưu đãi cao, thủ tục đơn giản, linh hoạt',
        keys: ['1'],
      },
      { text: 'đường sắt tốc độ cao Hà Nội – TP. Hồ Chí Minh', keys: ['h'] },
      { text: 'Hội nghị Thượng đỉnh đầu tiên về AZEC', keys: ['3'] },
      {
        text: 'tiếp cận các nguồn đầu tư dịch chuyển, các nguồn tài chính xanh, bền vững như AZEC',
        keys: ['3', '1'],
        note: 'Vốn AZEC hay vốn ODA? Hai dòng tiền khác nhau.',
      },
    ],
  },
];
